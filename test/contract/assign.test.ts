import { Items, Note, PeopleList, PresentList, Todo, TodoList } from '@minutebook/shared/api'
import { expect, test } from 'vitest'
import { startForAll } from './client.ts'

const { server, client } = await startForAll()

const note = (team: string, participants: string[], items: string) =>
  `---\ntitle: Call of ${team}\nteams:\n- ${team}\nparticipants:\n${participants.map((name) => `- ${name}\n`).join('')}---\n\n## TODOs\n\n${items}`

const soon = { timeout: 20_000 }

const todosOf = async (id: string) => (await client.json(`GET /api/notes/${id}/items`, 200, Items)).todos
const assign = (todo: Todo | undefined, change: object) =>
  client.json(`PATCH /api/todos/${todo?.id}`, 200, Todo, change)
const refused = (todo: Todo | undefined, status: number, code: string, change: object) =>
  client.refused(`PATCH /api/todos/${todo?.id}`, status, code, {
    body: JSON.stringify(change),
    headers: { 'Content-Type': 'application/json' },
  })

test('[A144] an owner is written as the note writes owners, and taken away again to the byte', async () => {
  const text = note(
    'Assign',
    ['Ann Bell', 'Mihnea Pop', 'Maria Popa'],
    '- [ ] Send the plan by Friday\n- [ ] **Ask** everybody\n\nTODO: Book it\n',
  )
  const id = await client.note(text)
  const [plan, ask, book] = await todosOf(id)
  const owned = await assign(plan, { owner: 'Ann Bell', owned: [] })
  expect(owned).toMatchObject({ text: plan?.text, owners: [{ label: 'AB', participant: 'Ann Bell' }], due: plan?.due })
  await assign(ask, { owner: 'Maria Popa' })
  await assign(book, { owner: 'Zoe' })
  expect(await client.markdown(id)).toBe(
    text
      .replace('- [ ] Send', '- [ ] AB: Send')
      .replace('- [ ] **Ask', '- [ ] Maria Popa: **Ask')
      .replace('TODO: Book', 'TODO: Zoe: Book'),
  )
  const { todos } = await client.json('GET /api/todos?team=Assign&owner=Ann%20Bell', 200, TodoList)
  expect(todos.map((todo) => todo.id)).toEqual([plan?.id])
  await assign(plan, { owner: null, owned: ['AB'] })
  await assign(ask, { owner: null })
  await assign(book, { owner: null })
  expect(await client.markdown(id)).toBe(text)
})

test('[A144] somebody of the team is written by the initials that certainly mean them there', async () => {
  for (let index = 0; index < 3; index += 1) {
    await client.note(note('Crane', ['Rita Diaz', 'Bo Kay'], 'RD: Paint it.\n\nBK: Send it.\n'))
  }
  // what notes say of people is read a moment later
  const known = async () => (await client.json('GET /api/people?team=crane', 200, PeopleList)).people
  await expect.poll(async () => (await known()).flatMap(({ initials }) => initials), soon).toContain('RD')
  const id = await client.note(note('Crane', ['Bo Kay'], '- [ ] Sweep it\n'))
  await assign((await todosOf(id))[0], { owner: 'Rita Diaz' })
  expect(await client.markdown(id)).toContain('- [ ] RD: Sweep it\n')
})

test('[A144] what others did meanwhile, what is no owner, and a finished note are refused, and nothing is changed', async () => {
  const text = note('Quay', ['Ann Bell'], '- [ ] Send it\n')
  const id = await client.note(text)
  const [todo] = await todosOf(id)
  for (const owner of ['a: b', 'Ann\nBo', 'http://evil', '- [ ] x', '`code`', '[x](y)', '12']) {
    await refused(todo, 400, 'invalid_request', { owner })
  }
  await refused(todo, 400, 'invalid_request', {})
  await refused(todo, 400, 'invalid_request', { owner: '' })
  await refused(todo, 400, 'invalid_request', { owner: 'Ann Bell', done: true })
  expect(await client.markdown(id)).toBe(text)
  await assign(todo, { owner: 'Ann Bell', owned: [] })
  expect(await refused(todo, 409, 'owners_changed', { owner: 'Bo', owned: [] })).toContain('AB')
  expect((await client.ask(`POST /api/notes/${id}/finish`, finishing)).status).toBeLessThan(300)
  expect(await refused(todo, 409, 'finished', { owner: null })).toContain('Reopen it')
  expect((await client.json(`GET /api/notes/${id}`, 200, Note)).openTodos).toBe(1)
  expect((await todosOf(id))[0]?.owners).toEqual([{ label: 'AB', participant: 'Ann Bell' }])
})

const finishing = { body: '{}', headers: { 'Content-Type': 'application/json' } }

test('[A145, A146] who is in a note is told at once, with whose TODOs are theirs', async () => {
  const id = await client.note(note('Lock', ['Ann Bell'], 'AB: Send it.\n'))
  const abort = new AbortController()
  const stream = await fetch(`${server.url}/api/events`, { signal: abort.signal })
  let heard = ''
  const reading = (async () => {
    for await (const chunk of stream.body ?? []) heard += new TextDecoder().decode(chunk)
  })().catch(() => undefined)
  const editor = await client.open(id)
  editor.presence.setLocalStateField('user', { name: 'Ann Bell', color: 'var(--person-1)' })
  await expect.poll(() => heard).toContain(`event: present\ndata: {"notes":["${id}"]}`)
  const { places } = await client.json('GET /api/todos?team=Lock&group=owner&places=1', 200, TodoList)
  const here = async () => (await client.json('GET /api/present', 200, PresentList)).notes
  const present = [{ name: 'Ann Bell', color: 'var(--person-1)', group: places?.[0]?.group }]
  expect(await here()).toEqual([{ id, present }])
  heard = ''
  editor.close()
  await expect.poll(() => heard).toContain('event: present')
  expect(await here()).toEqual([])
  abort.abort()
  await reading
})
