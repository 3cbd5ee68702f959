import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { close } from '@minutebook/shared/wire'
import { expect, test } from 'vitest'
import { createMetrics, watchLevels } from '../../server/src/observe/metrics.ts'

const text = readFileSync(fileURLToPath(new URL('../../docs/operate.md', import.meta.url)), 'utf8')

/** Some of the process's metrics are known on Linux alone. */
const isHere = (name: string) => process.platform === 'linux' || !name.startsWith('process_')

test('[C13] docs/operate.md says what each metric means, and names no other', async () => {
  const metrics = createMetrics()
  watchLevels(metrics, {
    rooms: () => 0,
    connections: () => 0,
    failingRooms: () => 0,
    indexing: () => ({ notes: 0, waitedMs: 0 }),
    traffic: () => ({ framesReceived: 0, bytesReceived: 0, framesSent: 0, bytesSent: 0 }),
  })
  const exported = (await metrics.registry.getMetricsAsJSON()).map(({ name }) => name)
  const explained = [...text.matchAll(/^\| `(\w+)` \| \S/gm)].map((row) => row[1] ?? '')
  expect(explained.filter(isHere).toSorted()).toEqual(exported.filter(isHere).toSorted())
  const used = [...text.matchAll(/\b(?:minutebook|nodejs|process)_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''))
  expect(used.filter((name) => !explained.includes(name))).toEqual([])
})

test('docs/operate.md explains each close code', () => {
  for (const { code } of Object.values(close)) expect(text).toContain(String(code))
})
