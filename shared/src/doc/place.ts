import * as Y from 'yjs'
import { typesOf } from './layout.ts'

/**
 * The places in the body's own list of blocks that carets stand in, such as `cursor.head` of a presence; null for what
 * is no place in this document. They come from others and are checked here.
 */
export function blocksOfCarets(doc: Y.Doc, carets: readonly unknown[]): (number | null)[] {
  const { body } = typesOf(doc)
  let blocks: ReadonlyMap<unknown, number> | null = null
  return carets.map((caret) => {
    const relative = relativePosition(caret)
    const position = relative && Y.createAbsolutePositionFromRelativePosition(relative, doc)
    if (!position) return null
    blocks ??= new Map(body.toArray().map((block, index) => [block, index]))
    if (position.type === body) return Math.min(position.index, blocks.size - 1)
    let at: unknown = position.type
    while (at instanceof Y.AbstractType && at.parent !== body) at = at.parent
    return blocks.get(at) ?? null
  })
}

/** A relative position as another client sent it; null for anything else. */
export function relativePosition(json: unknown): Y.RelativePosition | null {
  if (typeof json !== 'object' || json === null) return null
  const { type, tname, item } = json as Record<'type' | 'tname' | 'item', unknown>
  if (!isId(type) && !isId(item) && tname !== 'body') return null
  return Y.createRelativePositionFromJSON({ ...json, tname: tname === 'body' ? tname : null })
}

function isId(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { client, clock } = value as Record<'client' | 'clock', unknown>
  return Number.isInteger(client) && Number.isInteger(clock)
}
