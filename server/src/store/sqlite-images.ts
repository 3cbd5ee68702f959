import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../clock.ts'
import { createCommits } from './commit.ts'
import type { ImageStore, StoredImage } from './images.ts'
import { ImagesFull, NoSuchNote } from './store.ts'

/** So much is written and read at once: the event loop stands still for about a millisecond. [S33] */
const pieceBytes = 256 * 1024

/**
 * After so many pieces the write-ahead log goes into the file. Left to itself it would at every 16 MiB, which takes ten
 * times as long at once as anything else here.
 */
const piecesToCheckpoint = 4

/**
 * The images of the embedded store. An image is written in pieces, each in a transaction of its own, and is there when its
 * row is; so is a removed one gone with its row. What it leaves is swept away, when the store is opened too. [S34]
 *
 * @param database of the embedded store, which closes it
 */
export function createSqliteImages(database: DatabaseSync, clock: Clock): ImageStore {
  const commits = createCommits(database, clock)
  const statements = prepare(database)
  /** pieces that are being written, and have no row yet */
  const writing = new Set<number>()
  let closed = false

  const assertOpen = () => {
    if (closed) throw new Error('the store is closed')
  }

  function assertRoom(noteId: string, more: number, mostBytes: number): void {
    const bytes = statements.bytesOf(noteId)
    if (bytes === null) throw new NoSuchNote(noteId)
    if (bytes + more > mostBytes) throw new ImagesFull(noteId)
  }

  async function write(pieces: number, bytes: Uint8Array): Promise<void> {
    for (let at = 0, number = 0; at < bytes.length; at += pieceBytes, number += 1) {
      const piece = bytes.subarray(at, at + pieceBytes)
      await commits.add(() => statements.addPiece(pieces, number, piece))
      if (number % piecesToCheckpoint === piecesToCheckpoint - 1) checkpoint()
    }
  }

  /** What cannot go into the file now, because somebody reads or writes it, does later. */
  function checkpoint(): void {
    database.prepare('PRAGMA wal_checkpoint(PASSIVE)').get()
  }

  /** Takes away what no image has, a piece at a time: nothing ever comes to have it again. */
  async function sweep(): Promise<void> {
    for (const piece of statements.orphans()) {
      if (!writing.has(piece.pieces)) await commits.add(() => statements.removePiece(piece))
    }
  }

  /** What cannot be swept away now is at the next occasion. */
  const sweepSoon = () => void sweep().catch(() => undefined)
  sweepSoon()

  return {
    async bytesOf(noteId) {
      assertOpen()
      return statements.bytesOf(noteId)
    },
    async add(noteId, name, bytes, mostBytes) {
      assertOpen()
      if (statements.find(noteId, name)) return
      assertRoom(noteId, bytes.length, mostBytes)
      const pieces = Math.max(0, statements.lastPieces(), ...writing) + 1
      writing.add(pieces)
      let isLeft = true
      try {
        await write(pieces, bytes)
        isLeft = await commits.add(() => {
          if (statements.find(noteId, name)) return true
          assertRoom(noteId, bytes.length, mostBytes)
          statements.add(noteId, { name, bytes: bytes.length, pieces })
          return false
        })
      } finally {
        writing.delete(pieces)
        if (isLeft) sweepSoon()
      }
    },
    async open(noteId, name) {
      assertOpen()
      const image = statements.find(noteId, name)
      return image && stored(image)
    },
    share: (from, to, names) =>
      commits.add(() => {
        if (statements.bytesOf(to) === null) throw new NoSuchNote(to)
        for (const name of names) {
          const image = statements.find(from, name)
          if (image && !statements.find(to, name)) statements.add(to, image)
        }
      }),
    sweep,
    close: async () => {
      closed = true
      commits.close()
    },
  }

  function stored({ name, bytes, pieces }: Row): StoredImage {
    async function* read(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      for (let at = 0, number = 0; at < bytes; at += pieceBytes, number += 1) {
        assertOpen()
        const piece = statements.piece(pieces, number)
        if (!piece) throw new Error(`the image ${name} was removed while it was read`)
        yield piece
      }
    }
    return { bytes, pieces: read() }
  }
}

interface Row {
  name: string
  bytes: number
  pieces: number
}

function prepare(database: DatabaseSync) {
  const sum = database.prepare(
    'SELECT (SELECT coalesce(sum(bytes), 0) FROM image WHERE note = note.id) AS bytes FROM note WHERE id = ?',
  )
  const find = database.prepare('SELECT name, bytes, pieces FROM image WHERE note = ? AND name = ?')
  const add = database.prepare('INSERT INTO image (note, name, bytes, pieces) VALUES (?, ?, ?, ?)')
  const last = database.prepare('SELECT coalesce(max(pieces), 0) AS pieces FROM image_piece')
  const addPiece = database.prepare('INSERT INTO image_piece (pieces, number, data) VALUES (?, ?, ?)')
  const piece = database.prepare('SELECT data FROM image_piece WHERE pieces = ? AND number = ?')
  const orphans = database.prepare(
    'SELECT pieces, number FROM image_piece WHERE pieces NOT IN (SELECT pieces FROM image)',
  )
  // what had no image when it was listed may have one now
  const removePiece = database.prepare(
    'DELETE FROM image_piece WHERE pieces = ? AND number = ? AND pieces NOT IN (SELECT pieces FROM image)',
  )
  return {
    bytesOf: (noteId: string) => {
      const row = sum.get(noteId)
      return row ? Number(row['bytes']) : null
    },
    find: (noteId: string, name: string): Row | null => {
      const row = find.get(noteId, name)
      return row ? { name: String(row['name']), bytes: Number(row['bytes']), pieces: Number(row['pieces']) } : null
    },
    add: (noteId: string, { name, bytes, pieces }: Row) => void add.run(noteId, name, bytes, pieces),
    lastPieces: () => Number(last.get()?.['pieces']),
    addPiece: (pieces: number, number: number, data: Uint8Array) => void addPiece.run(pieces, number, data),
    piece: (pieces: number, number: number): Uint8Array<ArrayBuffer> | null => {
      const data = piece.get(pieces, number)?.['data']
      return data instanceof Uint8Array ? new Uint8Array(data) : null
    },
    orphans: () => orphans.all().map((row) => ({ pieces: Number(row['pieces']), number: Number(row['number']) })),
    removePiece: ({ pieces, number }: { pieces: number; number: number }) => void removePiece.run(pieces, number),
  }
}
