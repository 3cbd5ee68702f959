import { Items, Note } from '@minutebook/shared/api'
import { readNote, tick } from '@minutebook/shared/doc'
import { readingsOf } from '@minutebook/shared/note'
import { expect, test, vi } from 'vitest'
import { createClient } from '../contract/client.ts'
import { startServer } from '../server.ts'

const markdown = '---\ntitle: Lamp call\ndatetime: 2099-03-04\n---\n\n## TODOs\n\nAB: Paint it.\n\n- [ ] AB: Sell it\n'

test('[L73] what is ticked in the moment in which the server is killed is ticked in the other notes after it', async () => {
  const server = await startServer()
  let dataDir: string | undefined = server.dataDir
  try {
    const client = createClient(server)
    const first = await client.note(markdown)
    const { id: second } = await client.json('POST /api/notes', 201, Note, { from: first })
    const [author, reader] = [await client.open(first), await client.open(first)]
    for (const reading of readingsOf(readNote(author.doc))) tick(author.doc, reading, true, '2099-03-04T12:00:00.000Z')
    await reader.until((doc) => readingsOf(readNote(doc)).every(({ done }) => done)) // shown, so it is stored
    await server.stop('SIGKILL')
    author.close()
    reader.close()

    const again = await startServer({ dataDir: server.dataDir })
    dataDir = undefined
    const after = createClient(again)
    await vi.waitFor(
      async () => {
        const { todos } = await after.json(`GET /api/notes/${second}/items`, 200, Items)
        expect(todos.map(({ done }) => done)).toEqual([true, true])
      },
      { timeout: 10_000 },
    )
    await again.dispose()
  } finally {
    if (dataDir !== undefined) await server.dispose()
  }
})
