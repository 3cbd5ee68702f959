import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

interface Entry {
  clock: number
  /** JSON */
  state: string
}

/** Several updates of y-protocols/awareness as one, which says of each client what was said last. */
export function mergePresence(updates: readonly Uint8Array[]): Uint8Array {
  const last = new Map<number, Entry>()
  for (const update of updates) {
    const decoder = decoding.createDecoder(update)
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const client = decoding.readVarUint(decoder)
      const entry = { clock: decoding.readVarUint(decoder), state: decoding.readVarString(decoder) }
      if (entry.clock >= (last.get(client)?.clock ?? 0)) last.set(client, entry)
    }
  }
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, last.size)
    for (const [client, { clock, state }] of last) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state)
    }
  })
}
