import { idle } from './idle.ts'
import type { Row } from './row.ts'

const edits = { full: 100_000, quick: 10_000 } as const
const openings = 5

export const opening: Row = {
  name: 'opening',
  needsStore: true,
  rounds: [1, 1],
  figures: [
    {
      title: 'First open after a restart of a note with 100,000 edits',
      unit: 'ms',
      reach: { atMost: 0.47, of: 'best peer' },
    },
  ],
  async run(server, people, { isQuick }) {
    const place = await server.note('long')
    const bytes = await people.ask('edit', place, isQuick ? edits.quick : edits.full)
    await idle(server)
    await people.ask('window')
    const times: number[] = []
    for (let round = 0; round < openings; round += 1) {
      await server.restart('SIGTERM')
      times.push(await people.ask('openAlone', place, bytes / 2))
    }
    const { load } = await people.ask('window')
    return { values: [times.sort((a, b) => a - b)[Math.floor(openings / 2)] ?? Number.NaN], load }
  },
}
