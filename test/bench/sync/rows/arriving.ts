import type { Row } from './row.ts'

const people = 500

/** Everybody reloads the page. */
export const reload: Row = {
  name: 'reload',
  needsStore: false,
  rounds: [3, 1],
  figures: [
    {
      title: '500 people reload at once (20 KB note): until all have it',
      unit: 'ms',
      reach: { atMost: 1.26, of: 'relay' },
    },
  ],
  async run(server, load) {
    const place = await server.note('reload')
    await load.ask('open', [{ place, people: 1, writers: 1, text: 'Somebody said something. '.repeat(800) }])
    await load.ask('open', [{ place, people, writers: 0 }])
    await load.ask('window')
    const times: number[] = []
    for (let again = 0; again < 3; again += 1) {
      const { ms, leastBytes } = await load.ask('reload')
      if (leastBytes < 19_000) throw new Error(`${server.kind.name} answered with ${leastBytes} bytes`)
      times.push(ms)
    }
    const window = await load.ask('window')
    return { values: [times.sort((a, b) => a - b)[1] ?? Number.NaN], load: window.load }
  },
}

/** Everybody's network comes back. */
export const cursors: Row = {
  name: 'cursors',
  needsStore: false,
  rounds: [3, 1],
  figures: [
    {
      title: '500 people reconnect with cursors: presence messages',
      unit: 'messages',
      reach: { atMost: 3_000, of: 'itself' },
    },
  ],
  async run(server, load) {
    const place = await server.note('cursors')
    await load.ask('open', [{ place, people: people + 1, writers: 0, hasCursor: true }])
    await load.ask('presences', 1_500)
    await load.ask('window')
    await load.ask('reload')
    const count = await load.ask('presences', 1_500)
    const window = await load.ask('window')
    return { values: [count], load: window.load }
  },
}
