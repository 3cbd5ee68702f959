import { setTimeout as wait } from 'node:timers/promises'
import type { Row } from './row.ts'

/** How long people type before the server is killed, in each round. */
const typedMs = [7_000, 11_000, 15_000, 19_000] as const

export const killed: Row = {
  name: 'killed',
  needsStore: true,
  rounds: [typedMs.length, 1],
  figures: [
    {
      title: 'Server killed while 20 people type: of the text that others had seen, gone after the restart',
      unit: '%',
      reach: { atMost: 0, of: 'itself' },
    },
  ],
  async run(server, people, { round }) {
    const place = await server.note('killed')
    await people.ask('open', [{ place, people: 20, writers: 20 }])
    await people.ask('watch')
    await people.ask('type', 5)
    await wait(typedMs[round % typedMs.length])
    await server.restart('SIGKILL')
    const { load } = await people.ask('window')
    const there = new Set(await people.ask('look', place, 2_000))
    const seen = await people.ask('seen')
    return { values: [(100 * seen.filter((mark) => !there.has(mark)).length) / seen.length], load }
  },
}
