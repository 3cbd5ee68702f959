import * as Y from 'yjs'

/** What Yjs reads in an update. */
export type UpdateContent = ReturnType<typeof Y.decodeUpdate>

/**
 * The state vector after an update that does nothing but type: letters beside letters that are there, the next ones of
 * their authors. Such an update is sure to be taken as it is, so nobody has to look into the document. Null for every
 * other update: one that deletes, makes or formats something, was seen before, or comes too early.
 *
 * @param clocks the state vector before it; it stays as it is
 */
export function clocksAfterTyping(
  { structs, ds }: UpdateContent,
  clocks: ReadonlyMap<number, number>,
): Map<number, number> | null {
  if (ds.clients.size > 0 || structs.length === 0) return null
  const after = new Map(clocks)
  const isThere = ({ client, clock }: Y.ID) => clock < (after.get(client) ?? 0)
  for (const item of structs) {
    if (!(item instanceof Y.Item && item.content instanceof Y.ContentString)) return null
    const { id, origin, rightOrigin, parent } = item
    // With a neighbor Yjs takes the place from that; without one it would look for a type, which may be anything.
    if (parent !== null || (!origin && !rightOrigin)) return null
    if (id.clock !== (after.get(id.client) ?? 0)) return null
    if ((origin && !isThere(origin)) || (rightOrigin && !isThere(rightOrigin))) return null
    after.set(id.client, id.clock + item.length)
  }
  return after
}
