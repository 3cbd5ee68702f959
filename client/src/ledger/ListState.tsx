import type { ReactNode } from 'react'
import { Empty } from '../ui/Empty.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { isNarrowed, type Filters, type LedgerKind } from './filters.ts'
import type { Items } from './use-items.ts'

interface ListStateProps {
  kind: LedgerKind
  filters: Filters
  items: Items
  onClear: () => void
  children: ReactNode
}

/** The list, or why there is none. */
export function ListState({ kind, filters, items, onClear, children }: ListStateProps) {
  const { rows, refusal, isCutOff, renew } = items
  const isTodos = kind === 'todos'
  const again = (
    <button type="button" className="btn" onClick={() => void renew()}>
      Try now
    </button>
  )
  if (rows === null) {
    if (refusal === null) {
      return <Skeleton label="Loading the list" widths={[18, 72, 58, 66, 40]} className="loading" />
    }
    if (isCutOff) {
      return (
        <Empty icon="cloud-off" title={whatIsWrong().replace('.', '')} text="This browser knows no list yet.">
          {again}
        </Empty>
      )
    }
    return (
      <Empty icon="alert" title="The list could not be loaded" text={refusal.message}>
        {again}
      </Empty>
    )
  }
  if (rows.length > 0) return children
  if (isNarrowed(kind, filters)) {
    const { query } = filters
    return (
      <Empty
        icon="search"
        title={query === '' ? 'Nothing is like that' : `Nothing for “${query}”`}
        text={
          query === ''
            ? `No ${isTodos ? 'TODO' : 'decision'} of any meeting passes these filters.`
            : `Search looks in the text, the owners and the sections of every ${isTodos ? 'TODO' : 'decision'} you can open.`
        }
      >
        <button type="button" className="btn" onClick={onClear}>
          {query === '' ? 'Clear filters' : 'Clear search and filters'}
        </button>
      </Empty>
    )
  }
  if (!isTodos) {
    return (
      <Empty
        icon="diamond"
        title="No decisions yet"
        text="Type /decision when something is agreed. It will be kept here with its meeting."
      />
    )
  }
  if (filters.state === 'done') {
    return (
      <Empty icon="check-square" title="Nothing done yet" text="What is ticked, here or in a note, is kept here." />
    )
  }
  return (
    <Empty
      icon="check-square"
      title="Nothing open"
      text="TODOs from every meeting are gathered here. Type [ ] in a note to add one."
    />
  )
}

/** Above the rows that this browser knows, while nobody answers. */
export function CutOff({ onRetry }: { onRetry: () => void }) {
  return (
    <output className="banner warn">
      <Icon name="cloud-off" />
      <span>{whatIsWrong()} This is the list as this browser saw it last.</span>
      <button type="button" className="btn quiet small" onClick={onRetry}>
        Try now
      </button>
    </output>
  )
}

function whatIsWrong(): string {
  return navigator.onLine ? "The server doesn't answer." : "You're offline."
}
