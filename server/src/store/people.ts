import type { Correction } from '@minutebook/shared/meeting'
import { Refusal } from './store.ts'

/**
 * What people said of people: choices, merges, splits, names. No note says it, so nothing can rebuild it.
 *
 * Rules (docs/spec/people.md), checked for every implementation by `people.contract.ts`:
 * - a promise of `add` or `remove` resolves only when the change is durable
 * - corrections keep their order, and an id is given once
 */
export interface PeopleStore {
  /** Keeps corrections, all or none, and resolves with their ids, which grow. */
  add(corrections: readonly Correction[]): Promise<number[]>
  /** All corrections, oldest first. */
  all(): Promise<KeptCorrection[]>
  /** Takes a correction back. @throws NoSuchCorrection */
  remove(id: number): Promise<void>
  /** Ends what is under way; calls after it reject. Call it before the log is closed. */
  close(): Promise<void>
}

export interface KeptCorrection {
  id: number
  correction: Correction
}

/** No correction has this id. */
export class NoSuchCorrection extends Refusal {
  override name = 'NoSuchCorrection'
  constructor(id: number) {
    super(`no correction has the id ${id}`)
  }
}

/** The table of the embedded store: a step of the database's migrations (migrate.ts). */
export const peopleTable = `
  CREATE TABLE person_correction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at TEXT NOT NULL,
    correction TEXT NOT NULL
  ) STRICT;
`
