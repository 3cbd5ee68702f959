/* oxlint-disable jsx-a11y/prefer-tag-over-role -- tabs are what they are */
import type { LedgerTotals } from '@minutebook/shared/api'
import type { KeyboardEvent } from 'react'
import { Link } from 'wouter'
import type { LedgerKind } from './filters.ts'

interface LedgerTabsProps {
  kind: LedgerKind
  totals: LedgerTotals | null
  hrefOf: (kind: LedgerKind) => string
}

/** TODOs and decisions: two addresses, chosen with a press, the arrows, Home and End. */
export function LedgerTabs({ kind, totals, hrefOf }: LedgerTabsProps) {
  const tab = (each: LedgerKind, words: string, count: number | undefined) => (
    <Link
      href={hrefOf(each)}
      role="tab"
      id={`tab-${each}`}
      aria-selected={each === kind}
      aria-controls={each === kind ? 'ledger-list' : undefined}
      tabIndex={each === kind ? 0 : -1}
      onKeyDown={moveOn}
    >
      {words} {count !== undefined && <span className="count">{count}</span>}
    </Link>
  )
  return (
    <div className="tabs" role="tablist" aria-label="Lists">
      {tab('todos', 'TODOs', totals?.openTodos)}
      {tab('decisions', 'Decisions', totals?.decisions)}
    </div>
  )
}

/** Goes to the tab that a key means. */
function moveOn(event: KeyboardEvent<HTMLElement>): void {
  if (!['ArrowRight', 'ArrowLeft', 'Home', 'End'].includes(event.key)) return
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const tabs = [...(event.currentTarget.closest('[role=tablist]')?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])]
  const next = event.key === 'Home' ? 0 : event.key === 'End' ? 1 : 1 - tabs.indexOf(event.currentTarget)
  tabs[next]?.focus()
  tabs[next]?.click()
}
