import { expect, test } from 'vitest'
import { compareRows, mergeRows, readPage, type Row } from './rows.ts'

function row(id: string, noteId: string, order: (string | number)[], done = false): Row {
  const item = { id, noteId, text: id, owners: [], section: null, lines: [1, 1] as [number, number], due: null, done }
  return {
    key: `${id} ann`,
    item,
    note: { title: noteId, day: '2024-03-06' },
    group: { key: 'ann', name: 'Ann' },
    order,
  }
}

const at = (owner: string, day: string, note: string, place: number) => [owner, '9999-99-99', day, note, place]
const rows = [
  row('a', 'n2', at('ann', '2024-02', 'n2', 0)),
  row('b', 'n2', at('ann', '2024-02', 'n2', 1)),
  row('c', 'n1', at('ann', '2024-01', 'n1', 0)),
  row('d', 'n1', at('bo', '2024-01', 'n1', 1)),
]
const whole = { state: 'open', hasMore: false, shown: new Set(rows.map(({ key }) => key)) } as const
const idsOf = (list: readonly Row[]) => list.map(({ item }) => item.id)

test('[L51] rows are ordered as the server orders them', () => {
  expect(idsOf(rows.toReversed().toSorted(compareRows))).toEqual(['a', 'b', 'c', 'd'])
})

test('[L51] a page is read with the place of each row', () => {
  const [first] = rows
  if (!first) throw new Error('no row')
  const page = readPage({
    todos: [first.item].filter((item) => 'done' in item),
    nextCursor: 'x',
    notes: { n2: first.note },
    places: [{ group: 'ann', order: [...first.order] }],
    groups: { ann: 'Ann' },
  })
  expect(page).toEqual({ rows: [first], nextCursor: 'x' })
  expect(readPage({ todos: [], nextCursor: null })).toEqual({ rows: [], nextCursor: null })
})

test('[L51] what was ticked elsewhere stays in its place, ticked', () => {
  const changed = new Map([
    ['n2', [row('a', 'n2', at('ann', '2024-02', 'n2', 0), true), row('b', 'n2', at('ann', '2024-02', 'n2', 1))]],
  ])
  const merged = mergeRows(rows, changed, whole)
  expect(idsOf(merged)).toEqual(['a', 'b', 'c', 'd'])
  expect(merged[0]?.item).toMatchObject({ done: true })
})

test('[L51] new rows come in at their place, deleted ones go, done ones do not come', () => {
  const changed = new Map([
    [
      'n2',
      [
        row('new', 'n2', at('ann', '2024-02', 'n2', 0)),
        row('b', 'n2', at('ann', '2024-02', 'n2', 1)),
        row('finished', 'n2', at('ann', '2024-02', 'n2', 2), true),
      ],
    ],
  ])
  expect(idsOf(mergeRows(rows, changed, whole))).toEqual(['new', 'b', 'c', 'd'])
  expect(idsOf(mergeRows(rows, changed, { ...whole, state: 'all' }))).toEqual(['new', 'b', 'finished', 'c', 'd'])
})

test('[L51] what stands behind the last row that is here comes with its page', () => {
  const changed = new Map([
    ['n3', [row('far', 'n3', at('zoe', '2024-03', 'n3', 0)), row('near', 'n3', at('ann', '2024-03', 'n3', 0))]],
  ])
  expect(idsOf(mergeRows(rows, changed, { ...whole, hasMore: true }))).toEqual(['near', 'a', 'b', 'c', 'd'])
  expect(idsOf(mergeRows(rows, changed, whole))).toEqual(['near', 'a', 'b', 'c', 'd', 'far'])
})

test('[L51] a TODO that another note has now is shown once', () => {
  const changed = new Map([
    ['n1', [row('d', 'n1', at('bo', '2024-01', 'n1', 1))]],
    ['n3', [row('c', 'n3', at('ann', '2024-03', 'n3', 0))]],
  ])
  expect(idsOf(mergeRows(rows, changed, whole))).toEqual(['c', 'a', 'b', 'd'])
})
