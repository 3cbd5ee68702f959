import { typesOf } from '@minutebook/shared/doc'
import { expect, onTestFinished, test } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { startServer } from '../server.ts'

const file = `---
participants:
- JanaW
---

## TODOs

JW: Buy a lamp.
`

interface Items {
  todos: { id: string; text: string; owners: unknown[]; due: string | null; done: boolean; lines: [number, number] }[]
}

test('[A1, I1] a line that a program writes with y-websocket alone is a TODO like any other', async () => {
  const server = await startServer()
  onTestFinished(() => server.dispose())
  const made = await fetch(`${server.url}/api/notes`, {
    method: 'POST',
    headers: { 'content-type': 'text/markdown' },
    body: file,
  })
  const id = (made.headers.get('location') ?? '').replace('/n/', '')
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, id, doc, { disableBc: true })
  const watcher = new Y.Doc()
  const watching = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, id, watcher, { disableBc: true })
  onTestFinished(() => {
    for (const each of [provider, watching]) each.destroy()
    for (const each of [doc, watcher]) each.destroy()
  })
  await Promise.all([provider, watching].map((each) => new Promise((resolve) => each.on('sync', resolve))))

  // what another client sees is durable, so it is in the answers from then on
  const seen = new Promise((resolve) => watcher.once('update', resolve))
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('JW: Hang it up by 2024-03-20.')])
  typesOf(doc).body.push([paragraph])
  await seen
  const items = async () => (await (await fetch(`${server.url}/api/notes/${id}/items`)).json()) as Items
  const todo = (await items()).todos.at(-1)
  expect(todo).toMatchObject({
    text: 'Hang it up.',
    owners: [{ label: 'JW', participant: 'JanaW' }],
    due: '2024-03-20',
    lines: [10, 10],
  })
  const markdown = await fetch(`${server.url}/api/notes/${id}/markdown`)
  expect(await markdown.text()).toBe(`${file}\nJW: Hang it up by 2024-03-20.\n`)

  const ticked = new Promise((resolve) => watcher.once('update', resolve))
  const answer = await fetch(`${server.url}/api/todos/${todo?.id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: '{"done": true}',
  })
  expect(answer.status).toBe(200)
  await ticked
  expect((await items()).todos.map(({ done }) => done)).toEqual([false, true])
  expect(await (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()).toBe(
    `${file}\nJW: Hang it up by 2024-03-20.\n`,
  )
})
