import { CarriedTodos, Items, NextMeeting, Note, Todo, TodoList } from '@minutebook/shared/api'
import { expect, test } from 'vitest'
import { startForAll } from './client.ts'

const { client } = await startForAll()

const meeting = (title: string, day: string, items = '', team = 'next') =>
  `---\ntitle: ${title}, ${day}\ndatetime: ${day}T10:00:00+00:00\nteams:\n- ${team}\nparticipants:\n- Ann Bell\n---\n\n## Agenda\n\n- One\n\n## TODOs\n\n${items}`

const items = `AB: Send the plan.\n\nAB: Book the room.\n`

const nextOf = (id: string) => client.json('POST /api/notes', 201, Note, { from: id })
const plan = (id: string) => client.json(`GET /api/notes/${id}/next`, 200, NextMeeting)
const todosOf = async (id: string) => (await client.json(`GET /api/notes/${id}/items`, 200, Items)).todos

test('[A123, A124, A127] the day is learned from the series', async () => {
  const days = ['2099-01-07', '2099-01-21', '2099-02-04', '2099-02-18']
  const ids: string[] = []
  for (const day of days) ids.push(await client.note(meeting('Fortnightly call', day, items, 'learned')))
  const last = ids.at(-1) ?? ''
  expect(await plan(last)).toEqual({ day: '2099-03-04', rhythm: 'every second Wednesday', openTodos: 2, note: null })
  expect(await nextOf(last)).toMatchObject({
    title: 'Fortnightly call, 2099-03-04',
    datetime: '2099-03-04T10:00:00+00:00',
    teams: ['learned'],
  })
  expect(await plan(ids[0] ?? '')).toMatchObject({ day: '2099-01-14', rhythm: null, note: { id: ids[1] } })
})

test('[A125] meetings of another title or team say nothing', async () => {
  const id = await client.note(meeting('Board', '2099-01-07', '', 'board'))
  await client.note(meeting('Board', '2099-01-21', '', 'another'))
  await client.note(meeting('Party', '2099-01-28', '', 'board'))
  expect(await plan(id)).toEqual({ day: '2099-01-14', rhythm: null, openTodos: 0, note: null })
})

test('[A127] the next meeting that is there is told, and another one can be made all the same', async () => {
  const id = await client.note(meeting('Twice', '2099-05-06'))
  const made = await nextOf(id)
  const told = await plan(id)
  expect(told.note).toMatchObject({ id: made.id, title: made.title, day: '2099-05-13' })
  const another = await nextOf(id)
  expect(another.id).not.toBe(made.id)
  await client.ask(`DELETE /api/notes/${made.id}`)
  await client.ask(`DELETE /api/notes/${another.id}`)
  expect((await plan(id)).note).toBeNull()
  const undated = await client.note('# Chat\n')
  expect(await plan(undated)).toEqual({ day: null, rhythm: null, openTodos: 0, note: null })
  const after = await nextOf(undated)
  expect((await plan(undated)).note?.id).toBe(after.id)
  await client.refused('GET /api/notes/none/next', 404, 'note_not_found')
})

test('[A126, A128] a carried TODO is the same: ticked once, it is done in each note, and listed once', async () => {
  const first = await client.note(meeting('Chain', '2099-01-07', items, 'chain'))
  const second = (await nextOf(first)).id
  const third = (await nextOf(second)).id
  const notes = [first, second, third]
  const before = await Promise.all(notes.map(todosOf))
  const [one, two] = before[0] ?? []
  expect(before.map((todos) => todos.map(({ id }) => id))).toEqual(notes.map(() => [one?.id, two?.id]))
  const carried = { since: '2099-01-07', times: 2 }
  const list = (state: string) => client.json(`GET /api/todos?team=chain&state=${state}`, 200, TodoList)
  expect((await list('open')).todos).toEqual((before[2] ?? []).map((todo) => ({ ...todo, carried })))

  const answer = await client.json(`PATCH /api/todos/${one?.id}`, 200, Todo, { done: true })
  expect(answer).toMatchObject({ id: one?.id, noteId: third, done: true, carried })
  for (const id of notes) {
    expect((await todosOf(id)).map(({ done }) => done)).toEqual([true, false])
    expect(await client.json(`GET /api/notes/${id}`, 200, Note)).toMatchObject({ openTodos: 1 })
  }
  expect((await list('open')).todos.map(({ id }) => id)).toEqual([two?.id])
  expect((await list('done')).todos).toMatchObject([{ id: one?.id, noteId: third, carried }])
  await client.json(`PATCH /api/todos/${one?.id}`, 200, Todo, { done: false })
  expect((await todosOf(first)).map(({ done }) => done)).toEqual([false, false])
})

test('[A128] where the newest line was deleted, the TODO of the note before is ticked', async () => {
  const first = await client.note(meeting('Rest', '2099-01-07', items, 'rest'))
  const second = (await nextOf(first)).id
  const [one] = await todosOf(first)
  await client.ask(`DELETE /api/notes/${second}`)
  const answer = await client.json(`PATCH /api/todos/${one?.id}`, 200, Todo, { done: true })
  expect(answer).toMatchObject({ noteId: first, done: true })
  expect(answer.carried).toBeUndefined()
})

test('[A126] a note that nobody named gets ids, and stays the same to the byte', async () => {
  const text = meeting('Bytes', '2099-01-07', '- [ ] AB: Send the plan\n\n\n- [ ]  odd   blanks\n', 'bytes')
  const id = await client.note(text)
  const next = (await nextOf(id)).id
  expect(await (await client.ask(`GET /api/notes/${id}/markdown`)).text()).toBe(text)
  expect((await todosOf(next)).map((todo) => todo.id)).toEqual((await todosOf(id)).map((todo) => todo.id))
})

test('[A129] a note says which of its TODOs came along, and from where', async () => {
  const first = await client.note(meeting('Origin', '2099-01-07', items, 'origin'))
  const second = (await nextOf(first)).id
  const third = (await nextOf(second)).id
  const [one, two] = await todosOf(first)
  const carriedIn = (id: string) => client.json(`GET /api/notes/${id}/carried`, 200, CarriedTodos)
  expect(await carriedIn(first)).toEqual({ todos: [] })
  const from = { since: '2099-01-07', first: { noteId: first, title: 'Origin, 2099-01-07', day: '2099-01-07' } }
  expect((await carriedIn(second)).todos).toEqual([
    { id: one?.id, times: 1, ...from },
    { id: two?.id, times: 1, ...from },
  ])
  expect((await carriedIn(third)).todos).toMatchObject([{ times: 2 }, { times: 2 }])
  await client.refused('GET /api/notes/none/carried', 404, 'note_not_found')
})

test('[A126] an imported copy of a note has TODOs of its own', async () => {
  const text = meeting('Copy', '2099-01-07', items, 'copy')
  const [one, two] = [await client.note(text), await client.note(text)]
  const ids = [...(await todosOf(one)), ...(await todosOf(two))].map(({ id }) => id)
  expect(new Set(ids).size).toBe(4)
})
