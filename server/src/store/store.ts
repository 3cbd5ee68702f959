/**
 * The log of every note: the one truth, from which all else can be rebuilt.
 *
 * Rules (docs/spec/store.md), checked for every implementation by `store.contract.ts`:
 * - a promise of `create`, `append` or `remove` resolves only when the change is durable (written and synced);
 *   it rejects when it is not, and then the change is not there after a restart either, or is there whole
 * - appends of one note keep their order
 * - `merge` replaces exactly the rows that it names, in one transaction
 */
export interface Store {
  /** Makes a note whose log begins with `update`, and resolves with the row number of that. @throws NoteExists */
  create(id: string, update: Uint8Array, createdAt: Date): Promise<number>
  /** Whether a note has this id. */
  has(id: string): Promise<boolean>
  /** The rows of a note's log in the order in which they were appended, or null where no note has this id. */
  load(id: string): Promise<LogRow[] | null>
  /** Adds an update to a note's log and resolves with its row number. @throws NoSuchNote */
  append(id: string, update: Uint8Array): Promise<number>
  /** Puts `merged` in the place of the rows `rows` of a note. */
  merge(id: string, rows: readonly number[], merged: Uint8Array): Promise<void>
  /** Deletes a note and its log. Resolves with false where there was none. */
  remove(id: string): Promise<boolean>
  /** Waits for what is under way, then lets go of the files. Calls after it reject. */
  close(): Promise<void>
}

/** One row of a note's log. Row numbers grow over the whole store. */
export interface LogRow {
  row: number
  update: Uint8Array
}

/** A change that cannot be made, which is no fault of the store. */
export class Refusal extends Error {
  override name = 'Refusal'
}

/** No note has this id. */
export class NoSuchNote extends Refusal {
  override name = 'NoSuchNote'
  constructor(id: string) {
    super(`no note has the id ${id}`)
  }
}

/** A note with this id is there already. */
export class NoteExists extends Refusal {
  override name = 'NoteExists'
  constructor(id: string) {
    super(`a note has the id ${id} already`)
  }
}

/** A note holds as many bytes of images as it may. */
export class ImagesFull extends Refusal {
  override name = 'ImagesFull'
  constructor(id: string) {
    super(`the note ${id} holds as many bytes of images as it may`)
  }
}
