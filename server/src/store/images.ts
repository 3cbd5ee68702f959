/**
 * The images that are kept with notes, in the same place as their logs. An image never changes: its name says its bytes.
 *
 * Rules (docs/spec/store.md), checked for every implementation by `images.contract.ts`:
 * - a promise of `add` or `share` resolves only when the image is durable, and whole
 * - an image goes with its note
 */
export interface ImageStore {
  /** How many bytes the images of a note have together; null where no note has this id. */
  bytesOf(noteId: string): Promise<number | null>
  /**
   * Keeps an image with a note; one that the note has under this name already stays.
   *
   * @param mostBytes how many bytes the images of the note may have together
   * @throws NoSuchNote, ImagesFull
   */
  add(noteId: string, name: string, bytes: Uint8Array, mostBytes: number): Promise<void>
  /** An image of a note; null where the note has none of this name. */
  open(noteId: string, name: string): Promise<StoredImage | null>
  /** Keeps with the note `to` those images of `names` that the note `from` has. @throws NoSuchNote */
  share(from: string, to: string, names: readonly string[]): Promise<void>
  /** Frees what the images of removed notes took. It may be called at any time. */
  sweep(): Promise<void>
  /** Ends what is under way: it rejects, and so does every call after it. Call it before the log is closed. */
  close(): Promise<void>
}

/** An image, to be read piece by piece. */
export interface StoredImage {
  /** of all pieces together */
  bytes: number
  /** @throws where the image is removed meanwhile */
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>
}
