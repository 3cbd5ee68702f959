/** Why the server closes a socket: a code that a program can read, and a sentence for people. */
export const close = {
  /** The server is stopping or restarting; connect again. */
  goingAway: { code: 1001, reason: 'The server is restarting.' },
  /** A frame that cannot be decoded, or an update that Yjs refuses. */
  badFrame: { code: 4400, reason: 'The server could not read what was sent.' },
  /** The asker may not open this note, or comes from another origin. */
  noAccess: { code: 4403, reason: 'You need an invitation to open this note.' },
  /** No note has this id. */
  noSuchNote: { code: 4404, reason: "This note isn't here." },
  /** The first sync did not come in time. */
  tooSlow: { code: 4408, reason: 'The connection took too long to begin.' },
  /** The note was deleted while it was open. */
  deleted: { code: 4410, reason: 'The note was deleted.' },
  /** One frame, or the note as a whole, is larger than the limit. */
  tooLarge: { code: 4413, reason: 'The change is larger than the server accepts.' },
  /** The client's document format is older than the note's. */
  outdated: { code: 4426, reason: 'A newer version of Minutebook is needed. Reload the page.' },
  /** More updates in a second than the limit, or too many connections. */
  tooMany: { code: 4429, reason: 'Too many changes or connections at once.' },
  /** The note could not be read from the store; connect again. */
  notLoaded: { code: 4500, reason: 'The server cannot open this note right now.' },
  /** The log could not be written for so long that the server gives up; the people still hold their text. */
  notStored: { code: 4503, reason: 'The server cannot save right now.' },
} as const

/** One row of the table of close codes. */
export type Close = (typeof close)[keyof typeof close]

/** True for codes after which connecting again cannot help: the answer would be the same. */
export function isFinal(code: number): boolean {
  return (
    code === close.noAccess.code ||
    code === close.noSuchNote.code ||
    code === close.deleted.code ||
    code === close.outdated.code
  )
}
