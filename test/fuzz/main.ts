import { meaningDiffers, parse, print } from '@minutebook/shared/markdown'
import { sample } from 'fast-check'
import { concurrentFault } from '../laws/concurrent/concurrent.ts'
import { documents } from '../laws/documents.ts'
import { roundTripFault } from '../laws/round-trip.ts'
import { killAgainAndAgain } from '../restart/killing.ts'
import { textOfSeed } from './markdown.ts'
import { runRoom } from './room.ts'

/**
 * `pnpm fuzz [minutes] [seed]`: reads and prints texts of one seed after the other, and prints the seed of each that does
 * not come back; for every hundredth seed also documents as the editor makes them, and three people who edit a note at
 * the same time. `pnpm fuzz 0 SEED` tries that one alone. Exit code 1 where one did not come back.
 *
 * `pnpm fuzz concurrent [runs] [seed]`: 1,000 runs of such people, if no other number is given.
 *
 * `pnpm fuzz room [runs] [seed]`: 1,000 runs of a note on a simulated network.
 *
 * `pnpm fuzz restart [rounds] [seed]`: a server process that is killed 50 times under 20 writers.
 */
function main(minutes: number, firstSeed: number): number {
  const end = performance.now() + minutes * 60_000
  let seed = firstSeed
  let faults = 0
  console.log(`seed ${seed}`)
  do {
    const also = seed % 100 === 0 ? [documentFault, concurrentFault] : []
    const wrong = [textFault, ...also].map((fault) => faultOf(() => fault(seed)))
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

function concurrent(runs: number, firstSeed: number): number {
  let faults = 0
  for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
    const fault = faultOf(() => concurrentFault(seed))
    if (fault === null) continue
    faults += 1
    console.log(`seed ${seed}: ${fault}`)
  }
  console.log(`${runs} runs from seed ${firstSeed}, ${faults} broke a law`)
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

async function room(runs: number, firstSeed: number): Promise<number> {
  let faults = 0
  for (let seed = firstSeed; seed < firstSeed + runs && faults < 20; seed += 1) {
    try {
      await runRoom(seed)
    } catch (error) {
      faults += 1
      console.log(`seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
  }
  console.log(`${runs} runs from seed ${firstSeed}, ${faults} broke a rule`)
  return faults === 0 ? 0 : 1
}

async function restart(rounds: number, seed: number): Promise<number> {
  console.log(`seed ${seed}`)
  console.log(await killAgainAndAgain(rounds, seed))
  return 0
}

/** The modes by name, and the amount of each where none is given. */
const modes: Readonly<
  Record<string, [run: (amount: number, seed: number) => number | Promise<number>, amount: number]>
> = { concurrent: [concurrent, 1000], restart: [restart, 50], room: [room, 1000] }

const [name = '', ...args] = process.argv.slice(2)
const mode = Object.hasOwn(modes, name) ? modes[name] : undefined
const [run, usual] = mode ?? [main, 1]
const [amount, seed] = mode ? args : process.argv.slice(2)
process.exitCode = await run(Number(amount ?? usual), Number(seed ?? Date.now() % 2 ** 31))
