import * as encoding from 'lib0/encoding'
import { Wire } from './wire.ts'

/** Hocuspocus puts the note's name before every message, and wants a token first. */
export type Dialect = 'y-websocket' | 'hocuspocus'

/** A note at a server. */
export interface Place {
  port: number
  path: string
  dialect: Dialect
  note: string
}

/** What comes to a person. The bytes are of use in this turn only. */
export interface Hearing {
  /** the whole document, as an update */
  document(bytes: Buffer): void
  update(bytes: Buffer): void
  presence(): void
}

const message = { sync: 0, presence: 1, auth: 2, syncReply: 4 } as const
const step = { question: 0, answer: 1, update: 2 } as const
const emptyUpdate = Uint8Array.of(0, 0)
const emptyVector = Uint8Array.of(0)
const noToken = new Uint8Array()

/** One browser tab: asks for the document, answers when it is asked, and sends what it is given. */
export class Person {
  /** Resolves when the document has come for the first time. */
  readonly synced: Promise<void>
  #wire: Wire
  #prefix: Uint8Array
  #hearing: Hearing
  #answer = Promise.withResolvers<void>()

  /** @param presence an awareness update that it sends with its first question */
  constructor({ port, path, dialect, note }: Place, hearing: Hearing, presence?: Uint8Array) {
    this.synced = this.#answer.promise
    this.#answer.promise.catch(() => {}) // whoever waits for it hears of it
    this.#hearing = hearing
    this.#prefix =
      dialect === 'hocuspocus' ? encoding.encode((to) => encoding.writeVarString(to, note)) : new Uint8Array()
    this.#wire = new Wire(port, path, {
      open: () => {
        if (dialect === 'hocuspocus') this.#send([message.auth, 0], noToken)
        this.#send([message.sync, step.question], emptyVector)
        if (presence) this.#send([message.presence], presence)
      },
      frame: (bytes) => this.#hear(bytes),
      close: () => this.#answer.reject(new Error('the server closed the socket before it answered')),
    })
  }

  /** Asks for the document again; resolves when it has come, and so all that was sent before has been taken. */
  ask(): Promise<void> {
    this.#answer = Promise.withResolvers()
    this.#send([message.sync, step.question], emptyVector)
    return this.#answer.promise
  }

  update(update: Uint8Array): void {
    this.#send([message.sync, step.update], update)
  }

  /** @param entries an awareness update */
  presence(entries: Uint8Array): void {
    this.#send([message.presence], entries)
  }

  leave(): void {
    this.#wire.drop()
  }

  #send(head: readonly number[], payload: Uint8Array): void {
    const bytes = encoding.encode((to) => {
      encoding.writeUint8Array(to, this.#prefix)
      for (const number of head) encoding.writeVarUint(to, number)
      encoding.writeVarUint8Array(to, payload)
    })
    this.#wire.send(bytes)
  }

  #hear(bytes: Buffer): void {
    const at = this.#prefix.length
    const [kind, part] = [bytes[at], bytes[at + 1]]
    if (kind === message.presence) this.#hearing.presence()
    if (kind !== message.sync && kind !== message.syncReply) return
    if (part === step.question) this.#send([message.sync, step.answer], emptyUpdate)
    if (part === step.update) this.#hearing.update(bytes)
    if (part === step.answer) {
      this.#hearing.document(bytes)
      this.#answer.resolve()
    }
  }
}
