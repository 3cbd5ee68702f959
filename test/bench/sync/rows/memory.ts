import { setTimeout as wait } from 'node:timers/promises'
import type { Row } from './row.ts'

const notes = 1_000
/** Somebody wrote in each note a while ago, and has it open still. */
const quietMs = 35_000
const text = 'We met, we spoke of what had been done, and of what there is to do until we meet again. '.repeat(3)

export const memory: Row = {
  name: 'memory',
  needsStore: false,
  rounds: [1, 1],
  figures: [
    { title: 'Memory for each open small note, 1,000 open: RSS', unit: 'KB', reach: { atMost: 1.61, of: 'relay' } },
    { title: 'The same: heap and buffers', unit: 'KB', reach: { atMost: 1.61, of: 'relay' } },
  ],
  async run(server, people) {
    const first = await server.note('first')
    const places = await Promise.all(Array.from({ length: notes }, (_, index) => server.note(`note-${index}`)))
    await server.restart('SIGTERM') // so that no memory that making them took is there to be used again
    await people.ask('open', [{ place: first, people: 1, writers: 1, text }])
    await wait(2_000)
    const before = await server.ask('memory')
    await people.ask(
      'open',
      places.map((place) => ({ place, people: 1, writers: 1, text })),
    )
    await people.ask('window')
    await wait(quietMs)
    const { load } = await people.ask('window')
    const { rss, heap } = await server.ask('memory')
    const each = (bytes: number) => bytes / notes / 1_000
    return { values: [each(rss - before.rss), each(heap - before.heap)], load }
  },
}
