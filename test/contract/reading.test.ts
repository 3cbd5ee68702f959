import { DecisionList, Items, Note, NoteList, TodoList } from '@minutebook/shared/api'
import { expect, test, vi } from 'vitest'
import { startForAll } from './client.ts'
import { addParagraph, planning } from './planning.ts'

const { client } = await startForAll()

test('[A8] the list is newest meeting first, with who is present', async () => {
  const old = await client.note('---\ntitle: Old list\ndatetime: 1999-01-01T10:00:00Z\n---\n')
  const older = await client.note('---\ntitle: Older list\ndatetime: 1998-01-01\n---\n')
  const editor = await client.open(old)
  editor.presence.setLocalStateField('user', { name: 'Ann Bell', color: '#8a3ffc' })
  await vi.waitFor(async () => {
    const { notes } = await client.json('GET /api/notes?limit=200', 200, NoteList)
    expect(notes.slice(-2)).toMatchObject([
      { id: old, present: [{ name: 'Ann Bell', color: '#8a3ffc' }] },
      { id: older, present: [] },
    ])
  })
  editor.close()
})

test('[A9] query and team narrow the list', async () => {
  const id = await client.note(
    '---\ntitle: Überblick\nteams: [narrow]\nparticipants: [ȘtefanJ]\n---\n\nquizzical words\n',
  )
  const find = async (query: string) =>
    (await client.json(`GET /api/notes?${query}`, 200, NoteList)).notes.map((note) => note.id)
  for (const query of ['query=uberb%20quizz', 'query=STEFANJ%20words', 'team=NARROW', 'team=narrow&query=quizzical']) {
    expect(await find(query)).toEqual([id])
  }
  expect(await find('query=quizzical%20nowhere')).toEqual([])
  expect(await find('team=narr')).toEqual([])
})

test('[A10] limit and cursor lead through the list; a wrong one is refused', async () => {
  for (const day of [1, 2, 3]) await client.note(`---\ntitle: Page\nteams: pages\ndatetime: 2024-01-0${day}\n---\n`)
  const days: (string | null)[] = []
  let cursor = ''
  do {
    const page = await client.json(`GET /api/notes?team=pages&limit=2${cursor}`, 200, NoteList)
    days.push(...page.notes.map(({ datetime }) => datetime))
    cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`
  } while (cursor !== '')
  expect(days).toEqual(['2024-01-03', '2024-01-02', '2024-01-01'])
  for (const path of ['notes', 'todos', 'decisions']) {
    expect(await client.refused(`GET /api/${path}?cursor=x`, 400, 'invalid_request')).toContain('`cursor`')
    for (const limit of ['0', '201', 'many', '1.5', '']) {
      expect(await client.refused(`GET /api/${path}?limit=${limit}`, 400, 'invalid_request')).toContain('`limit`')
    }
  }
})

test('[A12, A33] the Markdown has a tag and its type', async () => {
  const id = await client.note(planning)
  const response = await client.ask(`GET /api/notes/${id}/markdown`)
  expect(response.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8')
  expect(response.headers.get('Cache-Control')).toBe('no-cache')
  expect(response.headers.get('Content-Disposition')).toBeNull()
  expect(await response.text()).toBe(planning)
  const tag = response.headers.get('ETag') ?? ''
  const again = (value: string) => client.ask(`GET /api/notes/${id}/markdown`, { headers: { 'If-None-Match': value } })
  const same = await again(`"other", W/${tag}`)
  expect([same.status, await same.text(), same.headers.get('ETag')]).toEqual([304, '', tag])
  expect((await again('"other"')).status).toBe(200)
})

test('[A13] a download has a file name', async () => {
  expect(await nameOf(planning)).toBe('attachment; filename="2024-03-06.md"')
  expect(await nameOf('# 会議\n')).toContain(`filename*=UTF-8''%E4%BC%9A%E8%AD%B0.md`)
})

test('[A14, A11] items and note reflect what was durable when the request came', async () => {
  const id = await client.note(planning)
  const { todos, decisions } = await client.json(`GET /api/notes/${id}/items`, 200, Items)
  expect(todos).toEqual([
    expect.objectContaining({ text: 'Order lunch.', done: true }),
    {
      id: expect.any(String),
      noteId: id,
      text: 'Send the plan to everybody.',
      owners: [{ label: 'AB', participant: 'Ann Bell' }],
      people: [{ person: { id: 'core:annbell', name: 'Ann Bell' }, candidates: [], group: 'ann bell ~@core:annbell' }],
      due: '2024-03-08',
      done: false,
      section: 'TODOs and Decisions',
      lines: [25, 25],
    },
    expect.objectContaining({
      text: 'Book the room.',
      owners: [
        { label: 'JM', participant: 'Jörg Maier' },
        { label: 'XY', participant: null },
      ],
      due: null,
    }),
  ])
  expect(decisions).toMatchObject([{ text: 'We ship on Friday.', noteId: id, lines: [29, 29] }])

  const [author, reader] = [await client.open(id), await client.open(id)]
  for (let round = 0; round < 5; round += 1) {
    addParagraph(author.doc, `AB: Added in round ${round}.`)
    await reader.until((doc) => doc.getXmlFragment('body').toString().includes(`round ${round}`)) // what is seen is durable
    const items = await client.json(`GET /api/notes/${id}/items`, 200, Items)
    expect(items.todos.at(-1)?.text).toBe(`Added in round ${round}.`)
    expect(await client.markdown(id)).toBe(
      `${planning}${[...Array(round + 1).keys()].map((n) => `\nAB: Added in round ${n}.\n`).join('')}`,
    )
    expect((await client.json(`GET /api/notes/${id}`, 200, Note)).openTodos).toBe(3 + round)
  }
  author.close()
  reader.close()
})

test('[A15] a deleted note is gone, its sockets are closed', async () => {
  const id = await client.note(planning.replace('core', 'deleted-team'))
  const editor = await client.open(id)
  const response = await client.ask(`DELETE /api/notes/${id}`)
  expect([response.status, await response.text()]).toEqual([204, ''])
  expect(await editor.closed).toBe(4410)
  editor.close()
  await client.refused(`DELETE /api/notes/${id}`, 404, 'note_not_found')
  expect((await client.json('GET /api/notes?team=deleted-team', 200, NoteList)).notes).toEqual([])
  expect((await client.json('GET /api/todos?state=all&team=deleted-team', 200, TodoList)).todos).toEqual([])
  expect((await client.json('GET /api/decisions?team=deleted-team', 200, DecisionList)).decisions).toEqual([])
})

test('[A23] no note has the id, or none can', async () => {
  for (const id of ['nothing-here-00000000', 'x', '%00', '..%2F..', 'a'.repeat(300), '%F0%9F%98%80', 'a b']) {
    for (const path of ['', '/markdown', '/items']) {
      expect(await client.refused(`GET /api/notes/${id}${path}`, 404, 'note_not_found')).toContain('no note')
    }
    await client.refused(`DELETE /api/notes/${id}`, 404, 'note_not_found')
  }
})

/** The header that names the download of a note. */
async function nameOf(text: string): Promise<string | null> {
  const response = await client.ask(`GET /api/notes/${await client.note(text)}/markdown?download=1`)
  return response.headers.get('Content-Disposition')
}
