import type { LedgerGroups, Todo } from '@minutebook/shared/api'
import { initialsOf } from '@minutebook/shared/meeting'
import { useMemo, type Ref, type RefObject } from 'react'
import { Link } from 'wouter'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { preferredColor } from '../ui/person-color.ts'
import { DecisionRow } from './DecisionRow.tsx'
import { entriesOf, meetingWords, monthOf, type Entry, type Group } from './entries.ts'
import type { Filters, LedgerKind } from './filters.ts'
import { ItemList, type ItemListHandle } from './ItemList.tsx'
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
  onOwner: (name: string) => void
}

/** The rows of a list under their owners, meetings or months. */
export function Rows(props: RowsProps) {
  const { handle, kind, filters, items, rows, groups, sheet, today, onTick, onOwner } = props
  const isTodos = kind === 'todos'
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
        owners={othersOf(row.item, filters)}
        withMeeting={filters.group === 'owner'}
        today={today}
        onTick={onTick}
        onOwner={onOwner}
      />
    )
  }
  const head = (group: Group) => {
    if (!isTodos) return <h2>{group.name}</h2>
    const count = counts.get(group.key)
    return (
      <>
        {filters.group === 'owner' ? (
          <OwnerTitle name={group.name} />
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
      count={Math.max(groups?.count ?? 0, rows.length)}
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

function OwnerTitle({ name }: { name: string }) {
  if (name === '') {
    return (
      <>
        <span className="owner none" aria-hidden="true">
          ?
        </span>
        <h2>No owner yet</h2>
      </>
    )
  }
  return (
    <>
      <Avatar name={name} initials={initialsOf(name)} color={preferredColor(name)} />
      <h2 dir="auto">{name}</h2>
    </>
  )
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

/** The owners of a TODO who are not named above it. */
function othersOf({ owners }: Todo, { group, owner }: Filters) {
  if (group === 'meeting') return owners
  if (owner === '') return owners.slice(1)
  const wanted = owner.toLowerCase()
  return owners.filter(
    ({ label, participant }) => ![label, participant ?? label].some((name) => name.toLowerCase() === wanted),
  )
}

function countWords({ count, open }: { count: number; open: number }, state: Filters['state']): string {
  if (state === 'open') return `${count} open`
  return state === 'done' ? `${count} done` : `${open} of ${count} open`
}
