import { median } from '../median.ts'
import { startLoad, startServer } from './processes.ts'
import type { Load } from './load/meter.ts'
import type { Reading, Row } from './rows/row.ts'
import { servers, type ServerName } from './servers.ts'

/** What one server did in all rounds of a row. */
export interface Measured {
  /** medians over the rounds, in the order of the row's figures */
  values: number[]
  /** every round's, for who wants to know how they scatter */
  rounds: (readonly number[])[]
  /** the hardest that the people's process had it */
  load: Load
}

export interface RowMeasured {
  row: Row
  servers: Partial<Record<ServerName, Measured>>
}

export interface Options {
  isQuick: boolean
  only: readonly ServerName[]
  /** flags of Node for Minutebook's process, such as for a profile */
  nodeFlags: readonly string[]
}

/** Measures a row: the servers take turns in every round, each with a new process and an empty folder. */
export async function measureRow(row: Row, { isQuick, only, nodeFlags }: Options): Promise<RowMeasured> {
  const readings: Partial<Record<ServerName, Reading[]>> = {}
  for (let round = 0; round < row.rounds[isQuick ? 1 : 0]; round += 1) {
    for (const name of only.filter((name) => servers[name].stores || !row.needsStore)) {
      const reading = await runOnce(row, name, { isQuick, round }, name === 'minutebook' ? nodeFlags : [])
      ;(readings[name] ??= []).push(reading)
      console.error(
        `${row.name}, round ${round + 1}, ${servers[name].name}: ${reading.values.map((value) => value.toFixed(2)).join(', ')}`,
      )
    }
  }
  return { row, servers: Object.fromEntries(Object.entries(readings).map(([name, all]) => [name, summed(row, all)])) }
}

async function runOnce(
  row: Row,
  name: ServerName,
  round: { isQuick: boolean; round: number },
  nodeFlags: readonly string[],
): Promise<Reading> {
  const server = await startServer(servers[name], nodeFlags)
  const people = startLoad()
  try {
    return await row.run(server, people, round)
  } finally {
    await people.stop()
    await server.stop()
  }
}

function summed(row: Row, all: readonly Reading[]): Measured {
  return {
    values: row.figures.map((_, index) => median(all.map(({ values }) => values[index] ?? Number.NaN))),
    rounds: all.map(({ values }) => values),
    load: {
      cpuShare: Math.max(...all.map(({ load }) => load.cpuShare)),
      delayMs: Math.max(...all.map(({ load }) => load.delayMs)),
    },
  }
}
