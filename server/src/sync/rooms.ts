import type * as Y from 'yjs'

/**
 * The live notes of this process, as the API and the indexer see them. Every method first loads the note's room where
 * it is not in memory; none shows or answers anything that is not durable.
 */
export interface Rooms {
  /**
   * Hands the note's document, as it is durable now, to `read` and resolves with its answer; null where no note has
   * this id. `read` must neither keep nor change the document.
   */
  read<T>(id: string, read: (doc: Y.Doc) => T): Promise<T | null>
  /**
   * The whole state of a note, as it is durable now, as one update; null where no note has this id. It makes no document,
   * and is what to ask for where another one is made from it anyway.
   */
  whole(id: string): Promise<Uint8Array | null>
  /**
   * Lets `change` edit the document in one transaction and resolves with its answer once the edit is durable and sent
   * to everybody; null where no note has this id. Where the edit cannot be stored now it rejects with `NotStored`; the edit
   * may still come through later, as any other that waits for the store.
   */
  change<T>(id: string, change: (doc: Y.Doc) => T): Promise<T | null>
  /** Makes a note whose history begins with `update`. Resolves when it is durable. `onDurable` is told. @throws NoteExists */
  create(id: string, update: Uint8Array): Promise<void>
  /** Deletes a note and closes its sockets. Resolves with false where there was none. */
  remove(id: string): Promise<boolean>
  /** Who has the note open here, each person once. */
  present(id: string): Person[]
  /** The notes that somebody has open here, with who that is. */
  presentNotes(): { noteId: string; people: Person[] }[]
  /** Hears of every note that others have open here than before. Call what it gives to stop. */
  onPeople(listener: (noteId: string) => void): () => void
  /** Whose connection to the note broke without a goodbye, or does not answer now, in any process, and who is not back. [G3, G14] */
  lost(id: string): Promise<Lost[]>
  /** Hears of every note whose log has grown, with the last row that is durable. Call what it gives to stop. */
  onDurable(listener: (noteId: string, upTo: number) => void): () => void
  /** Tells those who follow it in any note that something was said of people. */
  tellPeople(): void
  /** Whether everything that came could be stored so far: false from a failing append until one succeeds, and while it stops. */
  healthy(): boolean
}

export interface Person {
  name: string
  color: string
}

/** Somebody who may still hold text that is not in. */
export interface Lost {
  name: string
  /** when the connection broke */
  since: Date
}

/** A change is not durable: the store cannot write at present. */
export class NotStored extends Error {
  override name = 'NotStored'
}
