import * as Y from 'yjs'
import { typesOf } from './layout.ts'

/** What somebody noted who deleted blocks of the body: from it their writers learn which words nobody saw go. [N210] */
export interface Removal {
  /** the Yjs client that deleted them */
  client: number
  /** the clocks of what it wrote in the same transaction, from the first up to the one behind the last */
  from: number
  to: number
  /** the ids of the shared types that went, each with all that was in it */
  gone: readonly Y.ID[]
  /** by clients that wrote or deleted something in them, up to which clock it knew what they did; no others had there */
  seen: ReadonlyMap<number, number>
}

const mostRemovals = 100

/** What was noted last, oldest first. What others put there is checked. */
export function removalsOf(doc: Y.Doc): Removal[] {
  return listOf(doc)
    .toArray()
    .flatMap((entry) => decode(entry) ?? [])
}

/**
 * Notes which blocks of the body a transaction of this client deleted, if any. It becomes part of the transaction while
 * that is not yet sent, which is so in its `afterTransaction` event, so that nobody gets one without the other.
 */
export function noteRemoval(transaction: Y.Transaction): void {
  const { doc, beforeState } = transaction
  const items = topmostGone(transaction)
  if (items.length === 0) return
  const { clientID } = doc
  const seen = new Map<number, number>()
  const isUndo = transaction.origin instanceof Y.UndoManager
  for (const client of clientsIn(items, transaction)) {
    if (!isUndo || client === clientID) seen.set(client, beforeState.get(client) ?? 0) // [N216]
  }
  const note = encode({
    client: clientID,
    from: beforeState.get(clientID) ?? 0,
    to: transaction.afterState.get(clientID) ?? 0,
    gone: items.map(({ id }) => id),
    seen,
  })
  const list = listOf(doc)
  inside(transaction, () => {
    list.push([note])
    if (list.length > mostRemovals) list.delete(0, list.length - mostRemovals)
  })
}

function listOf(doc: Y.Doc): Y.Array<unknown> {
  return typesOf(doc).removals
}

/** Writes in a transaction of which the observers have been told, and which has made no update yet. */
function inside(transaction: Y.Transaction, write: () => void): void {
  const { doc } = transaction
  const isOpen = doc._transactionCleanups.includes(transaction) && doc._transaction === null
  if (!isOpen) return doc.transact(write)
  doc._transaction = transaction
  try {
    write()
  } finally {
    doc._transaction = null
    const { clientID, store } = doc
    transaction.afterState = new Map(transaction.afterState).set(clientID, Y.getState(store, clientID))
  }
  return undefined
}

/** The deleted elements and texts of the body that stood in something that is still there. */
function topmostGone(transaction: Y.Transaction): Y.Item[] {
  const { body } = typesOf(transaction.doc)
  const found: Y.Item[] = []
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return
    if (!isBelowGone(struct) && rootOf(struct) === body) found.push(struct)
  })
  return found
}

function isBelowGone({ parent }: Y.Item): boolean {
  return parent instanceof Y.AbstractType && parent._item !== null && parent._item.deleted
}

function rootOf({ parent }: Y.Item): unknown {
  let at: unknown = parent
  while (at instanceof Y.AbstractType && at._item !== null) at = at._item.parent
  return at
}

/** Who wrote what is in the items, or had deleted something of it before. */
function clientsIn(items: readonly Y.Item[], { doc, deleteSet }: Y.Transaction): Set<number> {
  const clients = new Set<number>()
  const before: Y.ID[] = []
  const walk = (item: Y.Item) => {
    clients.add(item.id.client)
    if (!(item.content instanceof Y.ContentType)) return
    if (!Y.isDeleted(deleteSet, item.id)) before.push(item.id)
    for (let child = item.content.type._start; child; child = child.right) walk(child)
  }
  for (const item of items) walk(item)
  const notes = before.length > 0 ? removalsOf(doc) : []
  for (const { client, gone } of notes) if (hasAny(gone, before)) clients.add(client)
  return clients
}

function hasAny(ids: readonly Y.ID[], others: readonly Y.ID[]): boolean {
  return ids.some((id) => others.some((other) => Y.compareIDs(id, other)))
}

/** Numbers alone, which take few bytes: client, from, to, how many went, their ids, then clients and clocks. */
function encode({ client, from, to, gone, seen }: Removal): number[] {
  const ids = gone.flatMap((id) => [id.client, id.clock])
  return [client, from, to, gone.length, ...ids, ...[...seen].flat()]
}

function decode(entry: unknown): Removal | null {
  if (!Array.isArray(entry) || !entry.every((part) => Number.isInteger(part))) return null
  const [client, from, to, count, ...rest] = entry as number[]
  if (client === undefined || from === undefined || to === undefined || count === undefined) return null
  const pairs = Array.from(
    { length: rest.length / 2 },
    (_, index) => [rest[2 * index] ?? 0, rest[2 * index + 1] ?? 0] as const,
  )
  return {
    client,
    from,
    to,
    gone: pairs.slice(0, count).map(([by, clock]) => Y.createID(by, clock)),
    seen: new Map(pairs.slice(count)),
  }
}
