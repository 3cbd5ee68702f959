import { BadCursor } from './ledger.ts'

/** Where a page ended: the sort keys of its last row. */
export type Position = readonly (string | number)[]

/** A cursor that says nothing to whoever holds it. */
export function writeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/**
 * Reads what `writeCursor` gave.
 *
 * @param kinds the type of each sort key
 * @throws BadCursor
 */
export function readCursor(cursor: string, kinds: readonly ('string' | 'number')[]): Position {
  const position = parse(Buffer.from(cursor, 'base64url').toString())
  if (!Array.isArray(position) || position.length !== kinds.length) throw new BadCursor()
  return position.map((key: unknown, index) => {
    if ((typeof key === 'string' || typeof key === 'number') && typeof key === kinds[index]) return key
    throw new BadCursor()
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadCursor()
  }
}
