import type { Decision, ItemPlaces, OwnerGroup, Todo } from '@minutebook/shared/api'

/** A row of a list, and where it stands. */
export interface Row {
  /** names the row: an item has one in each group in which it stands */
  key: string
  item: Todo | Decision
  note: { title: string; day: string }
  group: RowGroup
  /** see `compareRows` */
  order: readonly (string | number)[]
}

/** A meeting; or an owner, and whom that means. */
export type RowGroup = Pick<OwnerGroup, 'key' | 'name'> & Partial<OwnerGroup>

export interface RowPage {
  rows: Row[]
  nextCursor: string | null
}

/** Reads a page of a list that was asked for with `places=1`. */
export function readPage(
  answer: {
    todos?: Todo[]
    decisions?: Decision[]
    nextCursor?: string | null
  } & Partial<ItemPlaces>,
): RowPage {
  const { notes = {}, places = [], groups = {}, owners = {}, nextCursor = null } = answer
  const rows = (answer.todos ?? answer.decisions ?? []).flatMap((item, index): Row[] => {
    const place = places[index]
    const note = notes[item.noteId]
    if (!place || !note) return []
    const group = owners[place.group] ?? { key: place.group, name: groups[place.group] ?? '' }
    return [{ key: `${item.id} ${group.key}`, item, note, group, order: place.order }]
  })
  return { rows, nextCursor }
}

/** Whether a row is a TODO that is done, or a decision that does not stand. */
export function isDone({ item }: Pick<Row, 'item'>): boolean {
  return 'done' in item ? item.done : item.struck === true
}

/** Before or after, as the server orders rows: each part ascends, but the last but two and the last but one descend. */
export function compareRows({ order: a }: Pick<Row, 'order'>, { order: b }: Pick<Row, 'order'>): number {
  for (let index = 0; index < a.length; index += 1) {
    const [one, other] = [a[index] ?? '', b[index] ?? '']
    if (one === other) continue
    const sign = index === a.length - 3 || index === a.length - 2 ? -1 : 1
    return one < other ? -sign : sign
  }
  return 0
}

export interface Merge {
  state: 'open' | 'done' | 'all'
  /** more rows come behind the last one */
  hasMore: boolean
  /** keys of rows that were shown: they stay, so that none leaves below a finger */
  shown: ReadonlySet<string>
}

/**
 * A list with the rows of some notes as they are now. Rows that are shown stay where they are, ticked or not; others come
 * in where the list has their state.
 *
 * @param changed all rows of these notes that the other filters leave, of every state
 */
export function mergeRows(
  rows: readonly Row[],
  changed: ReadonlyMap<string, readonly Row[]>,
  { state, hasMore, shown }: Merge,
): readonly Row[] {
  if (changed.size === 0) return rows
  const before = new Set(rows.map(({ key }) => key))
  const fresh = new Map([...changed.values()].flat().map((row) => [row.key, row]))
  const last = rows.at(-1)
  const kept = rows.flatMap((row) => {
    const now = fresh.get(row.key)
    if (now) return [now]
    return changed.has(row.item.noteId) ? [] : [row]
  })
  const added = [...fresh.values()].filter((row) => {
    if (before.has(row.key)) return false
    const isWanted = state === 'all' || isDone(row) === (state === 'done') || shown.has(row.key)
    return isWanted && !(hasMore && last && compareRows(row, last) > 0)
  })
  return [...kept, ...added].toSorted(compareRows)
}
