import { message } from '@minutebook/shared/wire'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { Client, frameOf } from './client.ts'
import { createWorld, exchange, type World } from './world.ts'

/** A world with the note `n` and so many clients in it. */
export async function meeting(
  people: number,
  text = 'Hello',
): Promise<{ world: World; clients: Client[]; ann: Client; bob: Client }> {
  const world = createWorld()
  await world.note('n', text)
  const clients = Array.from({ length: Math.max(people, 2) }, (_, index) => new Client(index + 1))
  for (const client of clients.slice(0, people)) await client.connect(world, 'n')
  await exchange(world, ...clients)
  const [ann, bob] = clients
  if (!ann || !bob) throw new Error('a meeting has two people')
  return { world, clients, ann, bob }
}

export const textOf = (doc: Y.Doc) => doc.getText('frontMatter').toString()
/** The same, in an update. */
export const textIn = (update: Uint8Array | null) => {
  const doc = new Y.Doc()
  if (update) Y.applyUpdate(doc, update)
  return textOf(doc)
}
export const updateOf = (write: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc()
  write(doc)
  return Y.encodeStateAsUpdate(doc)
}
export const send = (client: Client, update: Uint8Array) =>
  client.toServer.push(
    frameOf(message.sync, (to) => {
      encoding.writeVarUint(to, 2)
      encoding.writeVarUint8Array(to, update)
    }),
  )
