import type { LedgerGroups, Todo } from '@minutebook/shared/api'
import { useMemo, type Ref, type RefObject } from 'react'
import { Link } from 'wouter'
import { Icon } from '../ui/Icon.tsx'
import { DecisionRow } from './DecisionRow.tsx'
import { entriesOf, meetingWords, monthOf, type Entry, type Group } from './entries.ts'
import type { Filters, LedgerKind } from './filters.ts'
import { ItemList, type ItemListHandle } from './ItemList.tsx'
import { OwnerHead } from './OwnerHead.tsx'
import { othersOf, ownersOf } from './owners.ts'
import type { Row } from './rows.ts'
import { TodoRow } from './TodoRow.tsx'
import type { Items } from './use-items.ts'

interface RowsProps {
  handle: Ref<ItemListHandle>
  kind: LedgerKind
  filters: Filters
  items: Items
  rows: readonly Row[]
  groups: LedgerGroups | null
  sheet: RefObject<HTMLElement | null>
  /** "YYYY-MM-DD" */
  today: string
  onTick: (row: Row, done: boolean) => void
  onOwner: (group: string) => void
  onAssign: (todo: Todo, anchor: HTMLElement) => void
  /** the keys of the groups of those who are in a note now */
  here: ReadonlySet<string>
}

/** The rows of a list under their owners, meetings or months. */
export function Rows(props: RowsProps) {
  const { handle, kind, filters, items, rows, groups, sheet, today, onTick, onOwner, onAssign, here } = props
  const isTodos = kind === 'todos'
  const isByOwner = filters.group === 'owner'
  const { hasMore } = items
  const entries = useMemo(
    () => entriesOf(rows, isTodos ? ({ group }) => group : monthOf, hasMore),
    [rows, isTodos, hasMore],
  )
  const counts = useMemo(() => new Map(groups?.groups.map((group) => [group.key, group])), [groups])
  const todo = ({ row, key }: Entry & { kind: 'row' }) => {
    if (!('done' in row.item)) return null
    return (
      <TodoRow
        key={key}
        row={row}
        todo={row.item}
        owners={isByOwner ? othersOf(row.item, row.group) : ownersOf(row.item)}
        withMeeting={isByOwner}
        today={today}
        onTick={onTick}
        onOwner={onOwner}
        onAssign={onAssign}
      />
    )
  }
  const head = (group: Group) => {
    if (!isTodos) return <h2>{group.name}</h2>
    const count = counts.get(group.key)
    return (
      <>
        {isByOwner ? (
          <OwnerHead group={group} isHere={here.has(group.key)} />
        ) : (
          <MeetingTitle row={group.first} today={today} />
        )}
        {count && <span className="count">{countWords(count, filters.state)}</span>}
      </>
    )
  }
  return (
    <ItemList
      handle={handle}
      entries={entries}
      count={Math.max(sizeOf(groups), rows.length)}
      sheet={sheet}
      className={isTodos ? `ledger by-${filters.group}` : 'log'}
      label={isTodos ? 'TODOs' : 'Decisions'}
      list={items.list}
      head={head}
      row={isTodos ? todo : decisionRow}
      rowClass={isTodos ? 'todo' : 'entry'}
      onEnd={items.loadMore}
    />
  )
}

function decisionRow({ row, key }: Entry & { kind: 'row' }, before: Entry | undefined) {
  const isSameDay = before?.kind === 'row' && before.row.note.day === row.note.day
  return <DecisionRow key={key} row={row} isSameDay={isSameDay} />
}

function MeetingTitle({ row, today }: { row: Row; today: string }) {
  return (
    <>
      <Icon name="notes" />
      <h2 dir="auto">
        <Link href={`/n/${row.item.noteId}`}>{meetingWords(row.note, today)}</Link>
      </h2>
    </>
  )
}

function countWords({ count, open }: { count: number; open: number }, state: Filters['state']): string {
  if (state === 'open') return `${count} open`
  return state === 'done' ? `${count} done` : `${open} of ${count} open`
}

/** How many rows there are in all groups. */
function sizeOf(groups: LedgerGroups | null): number {
  return (groups?.groups ?? []).reduce((sum, { count }) => sum + count, 0)
}
