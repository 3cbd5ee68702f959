import { DecisionList, Items, Todo, TodoList } from '@minutebook/shared/api'
import { expect, test, vi } from 'vitest'
import { startForAll } from './client.ts'
import { addParagraph, json, planning } from './planning.ts'

const { client } = await startForAll()

test('[A16] the list is narrowed by state, owner, team, day and words', async () => {
  await client.note(planning.replace('core', 'todo-team'))
  const texts = async (query: string) =>
    (await client.json(`GET /api/todos?team=todo-team${query}`, 200, TodoList)).todos.map(({ text }) => text)
  const [plan, room, lunch] = ['Send the plan to everybody.', 'Book the room.', 'Order lunch.']
  expect(await texts('')).toEqual([plan, room])
  expect(await texts('&state=all')).toEqual([lunch, plan, room])
  expect(await texts('&state=done')).toEqual([lunch])
  expect(await texts('&owner=ann%20bell')).toEqual([plan])
  expect(await texts('&owner=Jorg%20Maier')).toEqual([room])
  expect(await texts('&owner=XY')).toEqual([room])
  expect(await texts('&owner=Ann')).toEqual([])
  expect(await texts('&due=2024-03-08')).toEqual([plan])
  expect(await texts('&due=2024-03-07')).toEqual([])
  expect(await texts('&query=every')).toEqual([plan])
  expect(await client.refused('GET /api/todos?due=tomorrow', 400, 'invalid_request')).toContain('`due`')
  expect(await client.refused('GET /api/todos?due=2024-02-31', 400, 'invalid_request')).toContain('`due`')
  expect(await client.refused('GET /api/todos?state=maybe', 400, 'invalid_request')).toContain('`state`')
})

test('[A17, A18] a TODO is ticked in the live document, once', async () => {
  const id = await client.note(planning.replace('core', 'tick-team'))
  const editor = await client.open(id)
  let updates = 0
  const { todos } = await client.json(`GET /api/todos?team=tick-team&state=all`, 200, TodoList)
  const [lunch, plan] = todos
  if (!plan || !lunch) throw new Error('the TODOs are not there')
  editor.doc.on('update', () => (updates += 1))
  const ticked = await client.json(`PATCH /api/todos/${plan.id}`, 200, Todo, { done: true })
  expect(ticked).toEqual({ ...plan, done: true })
  const opened = await client.json(`PATCH /api/todos/${lunch.id}`, 200, Todo, { done: false })
  expect(opened).toEqual({ ...lunch, done: false })
  await editor.until((doc) => doc.getXmlFragment('body').toString().includes('done="') && updates === 2)
  const open = await client.json('GET /api/todos?team=tick-team', 200, TodoList)
  expect(open.todos.map(({ text }) => text)).toEqual(['Order lunch.', 'Book the room.'])
  expect(await client.markdown(id)).toBe(planning.replace('core', 'tick-team').replace('[x]', '[ ]'))

  expect(await client.json(`PATCH /api/todos/${plan.id}`, 200, Todo, { done: true })).toEqual(ticked)
  await client.json(`PATCH /api/todos/${lunch.id}`, 200, Todo, { done: true })
  await editor.until(() => updates === 3) // the tick that changed nothing was no update
  editor.close()
})

test('[A19] a TODO that no list shows yet can be ticked', async () => {
  const id = await client.note('## TODOs\n\nAB: First.\n')
  const [author, reader] = [await client.open(id), await client.open(id)]
  addParagraph(author.doc, 'AB: Second.')
  await reader.until((doc) => doc.getXmlFragment('body').toString().includes('Second'))
  const { todos } = await client.json(`GET /api/notes/${id}/items`, 200, Items)
  const ticked = await client.json(`PATCH /api/todos/${todos[1]?.id}`, 200, Todo, { done: true })
  expect(ticked).toMatchObject({ text: 'Second.', done: true })
  author.close()
  reader.close()
})

test('[A20, A24, A25] what cannot be ticked', async () => {
  await client.refused('PATCH /api/todos/nothing', 404, 'todo_not_found', json({ done: true }))
  await client.refused('PATCH /api/todos/%F0%9F%98%80', 404, 'todo_not_found', json({ done: true }))
  expect(await client.refused('PATCH /api/todos/x', 400, 'invalid_request', json({ done: 1 }))).toContain('`done`')
  await client.refused('PATCH /api/todos/x', 400, 'invalid_json', {
    body: 'done',
    headers: { 'Content-Type': 'application/json' },
  })
  await client.refused('PATCH /api/todos/x', 415, 'unsupported_media_type', { body: '{"done":true}' })
})

test('[A21] decisions over all notes', async () => {
  await client.note(planning.replace('core', 'decision-team').replace('Decision:', 'Decision: AB:'))
  const texts = async (query: string) =>
    (await client.json(`GET /api/decisions?team=decision-team${query}`, 200, DecisionList)).decisions.map(
      ({ text }) => text,
    )
  expect(await texts('')).toHaveLength(1)
  expect(await texts('&query=ship%20fri')).toHaveLength(1)
  expect(await texts('&query=sail')).toEqual([])
  expect(await texts('&owner=nobody')).toEqual([])
})

test('[L20] lists over many notes follow within two seconds', async () => {
  const id = await client.note('---\nteams: lag-team\n---\n\n## TODOs\n')
  const editor = await client.open(id)
  addParagraph(editor.doc, 'AB: Typed by somebody.')
  await vi.waitFor(
    async () => {
      const { todos } = await client.json('GET /api/todos?team=lag-team', 200, TodoList)
      expect(todos).toMatchObject([{ text: 'Typed by somebody.' }])
    },
    { timeout: 2000, interval: 50 },
  )
  editor.close()
})
