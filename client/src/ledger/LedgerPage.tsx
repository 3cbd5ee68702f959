import type { Todo } from '@minutebook/shared/api'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { Frame } from '../navigation/Frame.tsx'
import { useIdentity } from '../person/use-identity.ts'
import { dayOf } from '../ui/dates.ts'
import { latePart } from '../ui/late-component.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { useTitle } from '../ui/use-title.ts'
import { counted } from '../ui/words.ts'
import { Announcer } from './Announcer.tsx'
import { Filters } from './Filters.tsx'
import { isNarrowed, readFilters, writeFilters, type Filters as Chosen, type LedgerKind } from './filters.ts'
import type { ItemListHandle } from './ItemList.tsx'
import { LedgerTabs } from './LedgerTabs.tsx'
import { CutOff, ListState } from './ListState.tsx'
import { Rows } from './Rows.tsx'
import { ledgerShortcuts } from './shortcuts.ts'
import { TakeAway } from './TakeAway.tsx'
import { useAssign } from './use-assign.ts'
import { useChanges } from './use-changes.ts'
import { useCounts } from './use-counts.ts'
import { useHere } from './use-here.ts'
import { useItems } from './use-items.ts'
import { useTicks } from './use-ticks.ts'
import './ledger.css'

const AssignPicker = latePart(async () => (await import('./AssignPicker.tsx')).AssignPicker)
const CalendarDialog = latePart(async () => (await import('./CalendarDialog.tsx')).CalendarDialog)

/** TODOs and decisions over all meetings: filters, search, ticks. */
export function LedgerPage({ kind }: { kind: LedgerKind }) {
  useTitle(kind === 'todos' ? 'TODOs' : 'Decisions')
  const [, navigate] = useLocation()
  const [search, setSearch] = useSearchParams()
  const address = search.toString()
  const filters = useMemo(() => readFilters(new URLSearchParams(address)), [address])
  const [isCalendarOpen, setCalendarOpen] = useState(false)
  const [identity] = useIdentity()
  const [changes, setChanges] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const sheet = useRef<HTMLElement>(null)
  const list = useRef<ItemListHandle>(null)
  const today = dayOf(new Date())
  const items = useItems(kind, filters)
  const { totals, groups, renew: renewCounts } = useCounts(kind, items.asked)
  const ticks = useTicks(items.rows)
  const { here, renewHere } = useHere()
  const own = useRef(new Set<string>())

  const change = useCallback(
    (changes: Partial<Chosen>, replace = false) =>
      setSearch((before) => writeFilters({ ...readFilters(before), ...changes }), { replace }),
    [setSearch],
  )
  const setQuery = useCallback((query: string) => change({ query }, true), [change])
  const clear = () => change({ query: '', teams: [], owner: '', due: '', time: '', show: 'all' })
  const tick = useCallback(
    (...[row, done]: Parameters<typeof ticks.tick>) => {
      own.current.add(row.item.noteId)
      void ticks.tick(row, done)
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- it reads nothing that changes
    [],
  )
  const assign = useAssign()
  const [assigning, setAssigning] = useState<{ todo: Todo; anchor: HTMLElement } | null>(null)
  const showPicker = useCallback((todo: Todo, anchor: HTMLElement) => setAssigning({ todo, anchor }), [])
  const showOwner = useCallback((owner: string) => change({ owner }), [change])

  useChanges(async (noteIds) => {
    const counts = renewCounts()
    if (noteIds === null) await items.renew()
    else await items.take(noteIds)
    const changed = new Set(noteIds)
    ticks.forget(new Set((items.rows ?? []).filter(({ item }) => changed.has(item.noteId)).map(({ item }) => item.id)))
    await counts
    const isOwn = noteIds?.every((id) => own.current.has(id)) ?? false
    for (const id of changed) own.current.delete(id)
    if (!isOwn) setChanges((before) => before + 1)
  }, renewHere)
  const hrefOf = (to: LedgerKind) => {
    const same = writeFilters({ ...readFilters(new URLSearchParams()), query: filters.query, teams: filters.teams })
    return to === kind ? `/${to}?${search}` : `/${to}${same.size > 0 ? `?${same}` : ''}`
  }
  const go = (to: LedgerKind) => {
    if (to !== kind) navigate(hrefOf(to))
  }
  const keys = {
    '/': () => field.current?.focus(),
    j: () => list.current?.move(1),
    k: () => list.current?.move(-1),
    x: () => {
      if (document.activeElement instanceof HTMLInputElement && document.activeElement.closest('.ledger')) {
        document.activeElement.click()
      }
    },
    1: () => go('todos'),
    2: () => go('decisions'),
  }

  const total = kind === 'todos' ? totalOf(filters.state, totals) : totals?.decisions
  const count = groups?.count ?? null
  const left = items.isCutOff || count === null || total === undefined ? '' : `${count} of ${total}`
  const words = count === null ? '' : counted(count, kind === 'todos' ? 'TODO' : 'decision')
  return (
    <>
      <Frame
        page={kind}
        id="ledger"
        what="the list"
        teams={totals?.teams.map(({ name }) => name) ?? []}
        team=""
        shortcuts={ledgerShortcuts}
        keys={keys}
        sheet={sheet}
        banner={items.isCutOff && items.rows && <CutOff onRetry={() => void items.renew()} />}
      >
        <div className="page tabset over-meetings">
          <header>
            <h1>Across all meetings</h1>
            <SearchField
              label={kind === 'todos' ? 'Search TODOs' : 'Search decisions'}
              placeholder="Search"
              field={field}
              query={filters.query}
              onSearch={setQuery}
            />
            <TakeAway kind={kind} asked={items.asked} onCalendar={() => setCalendarOpen(true)} />
          </header>
          <LedgerTabs kind={kind} totals={totals} hrefOf={hrefOf} />
          <section
            role="tabpanel"
            id="ledger-list"
            aria-labelledby={`tab-${kind}`}
            aria-busy={items.isWaiting || (items.rows === null && items.refusal === null)}
          >
            <Filters
              kind={kind}
              filters={filters}
              totals={totals}
              me={identity?.name ?? ''}
              counts={left}
              isWhole={count === total}
              onChange={change}
            />
            <ListState kind={kind} filters={filters} items={items} onClear={clear}>
              <Rows
                handle={list}
                kind={kind}
                filters={filters}
                items={items}
                rows={ticks.rows ?? []}
                groups={groups}
                sheet={sheet}
                today={today}
                onTick={tick}
                onOwner={showOwner}
                onAssign={showPicker}
                here={here}
              />
            </ListState>
            {assigning && (
              <AssignPicker
                key={assigning.todo.id}
                {...assigning}
                onAssign={(todo, name) => {
                  own.current.add(todo.noteId)
                  void assign(todo, name)
                }}
                onClose={() => setAssigning(null)}
              />
            )}
          </section>
        </div>
      </Frame>
      <Announcer words={isNarrowed(kind, filters) || changes > 0 ? words : ''} changes={changes} />
      {isCalendarOpen && (
        <CalendarDialog owners={totals?.owners ?? []} owner={filters.owner} onClose={() => setCalendarOpen(false)} />
      )}
    </>
  )
}

function totalOf(state: Chosen['state'], totals: { openTodos: number; todos: number } | null): number | undefined {
  if (!totals) return undefined
  if (state === 'open') return totals.openTodos
  return state === 'all' ? totals.todos : totals.todos - totals.openTodos
}
