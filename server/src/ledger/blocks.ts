import type { NoteBlock } from '@minutebook/shared/note'
import type { DatabaseSync } from 'node:sqlite'
import { wordsOf } from './words.ts'

/** How many rows the pieces of a note may have. A note of the largest size has fewer. */
const rowsOfNote = 2 ** 20

/** SQL: the row of the note that a row of `ledger_words` belongs to. */
export const noteOfBlock = '(rowid >> 20)'

/** First and last row that a note's pieces can have. */
export function rowsOf(note: number): [first: number, last: number] {
  return [note * rowsOfNote, (note + 1) * rowsOfNote - 1]
}

/** What the search engine looks for: any of the phrases, each as the beginning of words. @param phrases as `phrasesOf` gives them */
export function matchOf(phrases: readonly string[]): string {
  return phrases.map((phrase) => `"${phrase}"*`).join(' OR ')
}

/** The words of the notes, by the row of a note in `ledger_notes`. A transaction goes around each call. */
export interface Blocks {
  /** Makes the pieces of a note these. Those that stay are not indexed again. [L87] */
  put(note: number, pieces: readonly NoteBlock[]): void
  forget(note: number): void
}

export function prepareBlocks(database: DatabaseSync): Blocks {
  const known = database.prepare(
    'SELECT row, place, kind, text, heading, line, last_line FROM ledger_blocks WHERE row BETWEEN ? AND ?',
  )
  const add = database.prepare(
    'INSERT INTO ledger_blocks (row, place, kind, text, heading, line, last_line) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const move = database.prepare(
    'UPDATE ledger_blocks SET place = ?, heading = ?, line = ?, last_line = ? WHERE row = ?',
  )
  const drop = database.prepare('DELETE FROM ledger_blocks WHERE row = ?')
  const addWords = database.prepare(
    'INSERT INTO ledger_words (rowid, title, item, person, text) VALUES (?, ?, ?, ?, ?)',
  )
  const dropWords = database.prepare('DELETE FROM ledger_words WHERE rowid = ?')

  const insert = (row: number, place: number, { kind, text, heading, lines }: NoteBlock) => {
    add.run(row, place, kind, text, heading, lines?.[0] ?? null, lines?.[1] ?? null)
    const words = wordsOf(text)
    const isItem = kind === 'todo' || kind === 'decision'
    const columns = [kind === 'title', isItem, kind === 'person', kind === 'text'].map((holds) => (holds ? words : ''))
    addWords.run(row, ...columns)
  }
  const put = (note: number, pieces: readonly NoteBlock[]) => {
    const [first, last] = rowsOf(note)
    const before = Map.groupBy(known.all(first, last), (row) => keyOf(String(row['kind']), String(row['text'])))
    const taken = new Set([...before.values()].flat().map((row) => Number(row['row'])))
    const added: [number, NoteBlock][] = []
    for (const [place, piece] of pieces.slice(0, rowsOfNote).entries()) {
      const row = before.get(keyOf(piece.kind, piece.text))?.shift()
      if (!row) {
        added.push([place, piece])
        continue
      }
      const { heading, lines } = piece
      const [line, lastLine] = lines ?? [null, null]
      const isSame =
        row['place'] === place && row['heading'] === heading && row['line'] === line && row['last_line'] === lastLine
      if (!isSame) move.run(place, heading, line, lastLine, Number(row['row']))
    }
    for (const { row } of [...before.values()].flat()) {
      drop.run(Number(row))
      dropWords.run(Number(row))
      taken.delete(Number(row))
    }
    let free = first
    for (const [place, piece] of added) {
      while (taken.has(free)) free += 1
      insert(free, place, piece)
      free += 1
    }
  }
  return { put, forget: (note) => put(note, []) }
}

function keyOf(kind: string, text: string): string {
  return `${kind} ${text}`
}
