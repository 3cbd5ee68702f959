import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { typesOf } from '@minutebook/shared/doc'
import { expect, test } from 'vitest'
import { startForAll } from './client.ts'

const { server, client } = await startForAll()

test('[W16] 1,000 upgrades that never finish hold up nobody', async () => {
  const id = await client.note('Hello\n')
  const halves: Socket[] = []
  for (let opened = 0; opened < 1_000; opened += 50) {
    const more = Array.from({ length: 50 }, () => connect(server.port, '127.0.0.1'))
    await Promise.all(more.map((socket) => once(socket, 'connect')))
    for (const socket of more) socket.write(`GET /sync/${id} HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n`)
    halves.push(...more)
  }
  const ann = await client.open(id)
  const bob = await client.open(id)
  typesOf(ann.doc).frontMatter.insert(0, 'still: here\n')
  await bob.until((doc) => typesOf(doc).frontMatter.toString().includes('still: here'))
  expect(await (await client.ask('GET /metrics')).text()).toMatch(/^minutebook_connections 2$/m)
  ann.close()
  bob.close()
  for (const socket of halves) socket.destroy()
})
