import { setTimeout as wait } from 'node:timers/promises'
import type { Arrival } from '../load/crowd.ts'
import type { Load, Running } from '../processes.ts'
import type { Reading, Row } from './row.ts'

/** How many half seconds a server has to deliver what is under way. */
const patience = 20

/** Fifty people write in one note and two hundred watch. */
export const crowd: Row = {
  name: 'crowd',
  needsStore: false,
  rounds: [3, 1],
  figures: [
    {
      title: 'One note, 50 writers at 5/s, 200 listeners: CPU per 1,000 delivered updates',
      unit: 'ms',
      reach: { atMost: 0.69, of: 'relay' },
    },
    { title: 'The same: delivery p99', unit: 'ms', reach: { atMost: 15, of: 'itself' } },
  ],
  async run(server, people, { isQuick }) {
    const place = await server.note('crowd')
    return typing(server, people, isQuick, 5, [{ place, people: 250, writers: 50 }])
  },
}

/** Three people each write in a thousand notes. */
export const notes: Row = {
  name: 'notes',
  needsStore: false,
  rounds: [3, 1],
  figures: [
    {
      title: '1,000 notes, 3 people, 2 updates/s each note: CPU per 1,000 delivered updates',
      unit: 'ms',
      reach: { atMost: 1.57, of: 'relay' },
    },
    { title: 'The same: delivery p99', unit: 'ms', reach: { atMost: 15, of: 'itself' } },
  ],
  async run(server, people, { isQuick }) {
    const places = await Promise.all(Array.from({ length: 1_000 }, (_, index) => server.note(`note-${index}`)))
    const arrivals = places.map((place) => ({ place, people: 3, writers: 3 }))
    return typing(server, people, isQuick, 2 / 3, arrivals)
  },
}

/** Lets people type, and measures when they have done so for a while. */
async function typing(
  server: Running,
  people: Load,
  isQuick: boolean,
  perSecond: number,
  arrivals: readonly Arrival[],
): Promise<Reading> {
  const [warmMs, measuredMs] = isQuick ? [2_000, 4_000] : [4_000, 10_000]
  await people.ask('open', arrivals)
  await people.ask('type', perSecond)
  await wait(warmMs)
  const warm = await people.ask('window')
  const before = await server.ask('cpu')
  await wait(measuredMs)
  const cpu = (await server.ask('cpu')) - before
  const measured = await people.ask('window')
  await people.ask('rest')
  const writers = arrivals.reduce((sum, { writers }) => sum + writers, 0)
  const readers = arrivals.reduce((sum, { people, writers }) => sum + writers * (people - 1), 0) / writers
  let [sent, delivered] = [warm.sent + measured.sent, warm.delivered + measured.delivered]
  for (let waited = 0; waited < patience && delivered < sent * readers; waited += 1) {
    await wait(500)
    const rest = await people.ask('window')
    sent += rest.sent
    delivered += rest.delivered
  }
  if (delivered !== sent * readers)
    throw new Error(`${server.kind.name} delivered ${delivered} of ${sent} × ${readers} updates`)
  return { values: [cpu / (measured.delivered / 1_000), measured.p99], load: measured.load }
}
