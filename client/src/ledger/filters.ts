import { dayOf } from '../ui/dates.ts'

export type LedgerKind = 'todos' | 'decisions'

/** What a list is narrowed to, as the page's address says it. */
export interface Filters {
  query: string
  teams: readonly string[]
  /** '' for anyone */
  owner: string
  state: 'open' | 'done' | 'all'
  due: Due
  group: 'owner' | 'meeting'
  /** of decisions */
  time: Time
  /** of decisions: those that stand, or all */
  show: 'standing' | 'all'
}

export type Due = '' | 'late' | 'today' | 'week' | 'none'
export type Time = '' | 'month' | 'quarter' | 'year'

export const dueChoices: readonly (readonly [due: Due, words: string])[] = [
  ['', 'Any due date'],
  ['late', 'Overdue'],
  ['today', 'Due by today'],
  ['week', 'Due within 7 days'],
  ['none', 'No due date'],
]

export const timeChoices: readonly (readonly [time: Time, words: string])[] = [
  ['', 'Any time'],
  ['month', 'Last 30 days'],
  ['quarter', 'Last 3 months'],
  ['year', 'Last 12 months'],
]

/** Reads an address; what it does not know counts as not said. */
export function readFilters(search: URLSearchParams): Filters {
  const one = <Value extends string>(name: string, values: readonly Value[], fallback: Value): Value =>
    values.find((value) => value === search.get(name)) ?? fallback
  return {
    query: search.get('query') ?? '',
    teams: search.getAll('team'),
    owner: search.get('owner') ?? '',
    state: one('state', ['open', 'done', 'all'], 'open'),
    due: one(
      'due',
      dueChoices.map(([due]) => due),
      '',
    ),
    group: one('group', ['owner', 'meeting'], 'owner'),
    time: one(
      'time',
      timeChoices.map(([time]) => time),
      '',
    ),
    show: one('show', ['standing', 'all'], 'all'),
  }
}

/** The address of filters: it says only what is not usual. */
export function writeFilters({ query, teams, owner, state, due, group, time, show }: Filters): URLSearchParams {
  const search = new URLSearchParams()
  if (query !== '') search.set('query', query)
  for (const team of teams) search.append('team', team)
  if (owner !== '') search.set('owner', owner)
  if (state !== 'open') search.set('state', state)
  if (due !== '') search.set('due', due)
  if (group !== 'owner') search.set('group', group)
  if (time !== '') search.set('time', time)
  if (show !== 'all') search.set('show', show)
  return search
}

/** What the server is asked for. */
export function askFor(kind: LedgerKind, filters: Filters, now: Date): URLSearchParams {
  const search = new URLSearchParams()
  if (filters.query.trim() !== '') search.set('query', filters.query.trim())
  for (const team of filters.teams) search.append('team', team)
  if (kind === 'decisions') {
    if (filters.show === 'standing') search.set('standing', '1')
    if (filters.time !== '') search.set('since', daysFrom(now, -{ month: 30, quarter: 91, year: 365 }[filters.time]))
    return search
  }
  if (filters.owner !== '') search.set('owner', filters.owner)
  if (filters.due !== '') {
    search.set('due', filters.due === 'none' ? 'none' : daysFrom(now, { late: -1, today: 0, week: 7 }[filters.due]))
  }
  search.set('state', filters.state)
  search.set('group', filters.group)
  return search
}

/** Whether the list is narrowed beyond what is usual. */
export function isNarrowed(kind: LedgerKind, filters: Filters): boolean {
  const { query, teams, owner, due, time, show } = filters
  if (query !== '' || teams.length > 0) return true
  return kind === 'todos' ? owner !== '' || due !== '' : time !== '' || show !== 'all'
}

function daysFrom(now: Date, days: number): string {
  const day = new Date(now)
  day.setDate(day.getDate() + days)
  return dayOf(day)
}
