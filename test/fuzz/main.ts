import { roundTripFault } from '../laws/round-trip.ts'
import { textOfSeed } from './markdown.ts'

/**
 * `pnpm fuzz [minutes] [seed]`: reads and prints documents of one seed after the other, and prints the seed of each that
 * does not come back. `pnpm fuzz 0 SEED` tries that one alone. Exit code 1 where one did not come back.
 */
function main(minutes: number, firstSeed: number): number {
  const end = performance.now() + minutes * 60_000
  let seed = firstSeed
  let faults = 0
  console.log(`seed ${seed}`)
  do {
    const wrong = faultOf(seed)
    if (wrong !== null) {
      faults += 1
      console.log(`seed ${seed}: ${JSON.stringify(textOfSeed(seed))} ${wrong}`)
    }
    seed += 1
  } while (performance.now() < end && faults < 20)
  console.log(`${seed - firstSeed} documents, ${faults} did not come back`)
  return faults === 0 ? 0 : 1
}

function faultOf(seed: number): string | null {
  try {
    return roundTripFault(textOfSeed(seed))
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

const [minutes = '1', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2)
process.exitCode = main(Number(minutes), Number(seed))
