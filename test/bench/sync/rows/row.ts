import type { Load } from '../load/meter.ts'
import type { Load as People, Running } from '../processes.ts'

/** One line of the table. */
export interface Figure {
  title: string
  unit: '' | 'ms' | 'KB' | '%' | 'messages'
  /** what Minutebook wants to reach: so many times the relay, so many times the best peer, or so much */
  reach: { atMost: number; of: 'relay' | 'best peer' | 'itself' }
}

/** What is measured together, at one server after the other. */
export interface Row {
  /** for `--only` */
  name: string
  figures: readonly Figure[]
  /** whether only servers that store notes are measured */
  needsStore: boolean
  /** how many rounds there are, and how many in a hurry */
  rounds: readonly [full: number, quick: number]
  /** Measures one server once. */
  run(server: Running, people: People, round: Round): Promise<Reading>
}

/** Which turn it is, and whether there is no time. */
export interface Round {
  /** from 0 */
  round: number
  isQuick: boolean
}

/** What one run gave: a value for each figure of its row, in that order, and what the people's own process had to do. */
export interface Reading {
  values: readonly number[]
  load: Load
}
