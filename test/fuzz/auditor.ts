import type { Client } from '@minutebook/server/src/simulation/client.ts'
import type { HeldStore } from '@minutebook/server/src/simulation/held-store.ts'
import { message } from '@minutebook/shared/wire'
import * as decoding from 'lib0/decoding'
import { messageYjsSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'
import { holdingOf, holds } from '../restart/coverage.ts'

/** Checks at the moment of sending that nothing leaves the server which is not in the store. */
export class Auditor {
  readonly #store: HeldStore
  readonly #doc = new Y.Doc()
  #stored = holdingOf(Y.encodeStateAsUpdate(new Y.Doc()))
  #seen = 0
  #rows = 0
  #fault: string | null = null
  #asked = new Map<Client, Map<number, Uint8Array[]>>()

  constructor(store: HeldStore) {
    this.#store = store
  }

  watch(client: Client): void {
    this.#asked.set(client, new Map())
    client.onSent = (frame) => {
      const decoder = decoding.createDecoder(frame)
      const kind = decoding.readVarUint(decoder)
      if (kind === message.sync && decoding.readVarUint(decoder) !== messageYjsSyncStep1) {
        this.#expectStored(decoding.readVarUint8Array(decoder), 'an update was sent')
      }
      if (kind === message.saved) this.#expectSaved(client, decoding.readVarUint(decoder))
    }
  }

  ask(client: Client, number: number): void {
    client.askSaved(number)
    this.#asked.get(client)?.set(number, [...client.delivered, ...client.toServer])
  }

  /** Throws what was found since; and a log that has become shorter must hold all that was ever durable. */
  async check(): Promise<void> {
    if (this.#fault !== null) throw new Error(this.#fault)
    const rows = (await this.#store.load('n')) ?? []
    const isShorter = rows.length < this.#rows
    this.#rows = rows.length
    if (!isShorter) return
    this.#takeWritten()
    const log = new Y.Doc()
    for (const { update } of rows) Y.applyUpdate(log, update)
    if (!holds(holdingOf(Y.encodeStateAsUpdate(log)), this.#stored)) throw new Error('the log has lost something')
  }

  #expectSaved(client: Client, number: number): void {
    const frames = this.#asked.get(client)?.get(number)
    if (!frames) {
      this.#fault ??= `"saved ${number}" was sent to who has not asked`
      return
    }
    for (const frame of frames) {
      const decoder = decoding.createDecoder(frame)
      if (decoding.readVarUint(decoder) !== message.sync) continue
      if (decoding.readVarUint(decoder) === messageYjsSyncStep1) continue
      this.#expectStored(decoding.readVarUint8Array(decoder), `"saved ${number}" was sent`)
    }
  }

  #expectStored(update: Uint8Array, event: string): void {
    this.#takeWritten()
    if (!holds(this.#stored, holdingOf(update))) this.#fault ??= `${event} that is not in the store`
  }

  #takeWritten(): void {
    const written = this.#store.written('n')
    if (this.#seen === written.length) return
    for (const update of written.slice(this.#seen)) Y.applyUpdate(this.#doc, update)
    this.#seen = written.length
    this.#stored = holdingOf(Y.encodeStateAsUpdate(this.#doc))
  }
}
