import { expect, test } from 'vitest'
import { killAgainAndAgain, people } from './killing.ts'

/** A few rounds; `pnpm fuzz restart 50 SEED` kills more often. */
const rounds = 5
const seed = 20240306

test(`[K1, K2, K3] ${rounds} kills under ${people} writers, seed ${seed}`, { timeout: 160_000 }, async () => {
  const { seen, saved } = await killAgainAndAgain(rounds, seed)
  expect(seen).toBeGreaterThan(0)
  expect(saved).toBeGreaterThan(0)
})
