import { Items, Note } from '@minutebook/shared/api'
import { expect, test } from 'vitest'
import { startForAll } from './client.ts'

const { client } = await startForAll()

const headers = { 'Content-Type': 'text/markdown' }

test('[Q1, A2] while a large note is imported and read, the server goes on answering', async () => {
  const text = '## Topic\n\nAB: Some words about it,\nand more.\n\n- [ ] JM: Do it. (due 2024-03-08)\n\n'.repeat(1500)
  const waits: number[] = []
  const asked = new AbortController()
  const asking = (async () => {
    while (!asked.signal.aborted) {
      const began = performance.now()
      await client.ask('GET /livez')
      waits.push(performance.now() - began)
    }
  })()
  const response = await client.ask('POST /api/notes', { body: text, headers })
  const { id } = Note.parse(await response.json())
  expect((await client.json(`GET /api/notes/${id}/items`, 200, Items)).todos).toHaveLength(1500)
  const copy = await client.markdown(id)
  asked.abort()
  await asking
  expect(copy === text).toBe(true)
  expect(Math.max(...waits)).toBeLessThan(2000)
}, 300_000)

test('[Q2] a file that is nested too deeply is refused', async () => {
  for (const depth of [1000, 100_000]) {
    const message = await client.refused('POST /api/notes', 422, 'too_complex', {
      body: `${'>'.repeat(depth)} x\n`,
      headers,
    })
    expect(message).toContain('nested')
  }
  expect((await client.ask('GET /livez')).status).toBe(200)
})
