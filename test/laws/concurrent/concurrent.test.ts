import { expect, test } from 'vitest'
import { concurrentFault } from './concurrent.ts'

const seeds = Array.from({ length: 60 }, (_, index) => index + 1)

test('[M31, M32, M33, F31] three people edit one note at the same time (pnpm fuzz concurrent tries more)', () => {
  const faults = seeds.map((seed) => ({ seed, fault: concurrentFault(seed) })).filter(({ fault }) => fault !== null)
  expect(faults).toEqual([])
}, 300_000)
