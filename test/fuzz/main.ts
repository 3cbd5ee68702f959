import { meaningDiffers, parse, print } from '@minutebook/shared/markdown'
import { sample } from 'fast-check'
import { documents } from '../laws/documents.ts'
import { roundTripFault } from '../laws/round-trip.ts'
import { textOfSeed } from './markdown.ts'

/**
 * `pnpm fuzz [minutes] [seed]`: reads and prints texts of one seed after the other, and prints the seed of each that does
 * not come back; for every hundredth seed also documents as the editor makes them. `pnpm fuzz 0 SEED` tries that one
 * alone. Exit code 1 where one did not come back.
 */
function main(minutes: number, firstSeed: number): number {
  const end = performance.now() + minutes * 60_000
  let seed = firstSeed
  let faults = 0
  console.log(`seed ${seed}`)
  do {
    const wrong = [faultOf(() => textFault(seed)), faultOf(() => (seed % 100 === 0 ? documentFault(seed) : null))]
    for (const fault of wrong) {
      if (fault === null) continue
      faults += 1
      console.log(`seed ${seed}: ${fault}`)
    }
    seed += 1
  } while (performance.now() < end && faults < 20)
  console.log(`${seed - firstSeed} seeds, ${faults} did not come back`)
  return faults === 0 ? 0 : 1
}

function textFault(seed: number): string | null {
  const text = textOfSeed(seed)
  const fault = roundTripFault(text)
  return fault === null ? null : `${JSON.stringify(text)} ${fault}`
}

/** What is printed of a document and read again must mean the same. */
function documentFault(seed: number): string | null {
  for (const body of sample(documents, { numRuns: 20, seed })) {
    const { text } = print(body, {})
    const difference = meaningDiffers(body, parse(text).body)
    if (difference !== null) return `${JSON.stringify(body)} printed as ${JSON.stringify(text)}: ${difference}`
  }
  return null
}

function faultOf(run: () => string | null): string | null {
  try {
    return run()
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

const [minutes = '1', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2)
process.exitCode = main(Number(minutes), Number(seed))
