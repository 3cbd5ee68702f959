import { setTimeout as wait } from 'node:timers/promises'
import type { Place } from '../load/person.ts'
import { idle } from './idle.ts'
import type { Row } from './row.ts'

const notes = 1_000
/** So many more are opened before, and not counted. */
const warming = 200
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
    const make = (count: number, name: string) =>
      Promise.all(Array.from({ length: count }, (_, index) => server.note(`${name}-${index}`)))
    const open = (places: readonly Place[]) =>
      people.ask(
        'open',
        places.map((place) => ({ place, people: 1, writers: 1, text })),
      )
    const [first, places] = [await make(warming, 'first'), await make(notes, 'note')]
    await server.restart('SIGTERM') // so that no memory that making them took is there to be used again
    await open(first) // so that what a process takes once is there before
    await idle(server)
    const before = await server.ask('memory')
    await open(places)
    await people.ask('window')
    await wait(quietMs)
    await idle(server)
    const { load } = await people.ask('window')
    const { rss, heap } = await server.ask('memory')
    const each = (bytes: number) => bytes / notes / 1_000
    return { values: [each(rss - before.rss), each(heap - before.heap)], load }
  },
}
