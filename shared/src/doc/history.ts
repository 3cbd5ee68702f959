import * as Y from 'yjs'
import { typesOf } from './layout.ts'

/** Every note begins with one transaction of the server's, which sets this key first: a history is named by its client. */
const firstKey = 'format'

/**
 * Names the history of a note's document; null while it holds no note. Two documents of one note have the same, two
 * notes never: also where a note was deleted and another has its id.
 */
export function historyOf(doc: Y.Doc): number | null {
  let first = typesOf(doc).meta._map.get(firstKey)
  while (first?.left) first = first.left
  return first?.id.client ?? null
}

/** Whether an update holds the beginning of another history than `history`. */
export function beginsAnother(update: Uint8Array, history: number): boolean {
  return Y.decodeUpdate(update).structs.some(
    (struct) =>
      struct instanceof Y.Item &&
      struct.parentSub === firstKey &&
      isMeta(struct.parent) &&
      struct.origin === null &&
      struct.id.client !== history,
  )
}

/** While an update is not applied its items name the shared type that they belong to. */
function isMeta(parent: unknown): boolean {
  return parent === 'meta'
}
