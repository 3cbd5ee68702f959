import { typesOf } from '@minutebook/shared/doc'
import { message } from '@minutebook/shared/wire'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as prng from 'lib0/prng'
import { messageYjsSyncStep1 } from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { wordsIn, type Tale } from './tale.ts'

/** So many of the first words are where everybody writes. */
const crowdedWords = 6

/**
 * One person with a y-websocket client: writes and deletes whole words of one text that all share, asks whether that is
 * saved, and keeps what it was told.
 */
export class Writer {
  readonly name: string
  readonly doc = new Y.Doc()
  /** what others have written, as it came from the server */
  readonly received: Uint8Array[] = []
  /** what was done here, in order; the first `savedUpTo` of them were called saved */
  readonly made: Uint8Array[] = []
  savedUpTo = 0
  /** the codes with which its sockets were closed */
  readonly closes: number[] = []
  readonly #provider: WebsocketProvider
  readonly #tale: Tale
  /** by question, how much of `made` it was about */
  readonly #asked = new Map<number, number>()
  /** the socket on which the server has been sent what it lacked */
  #toldOn: unknown = null
  #wrote = 0
  #question = 0

  constructor(name: string, url: string, id: string, tale: Tale) {
    this.name = name
    this.#tale = tale
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this.#provider) this.received.push(update)
      else this.made.push(update)
    })
    this.#provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, id, this.doc, {
      disableBc: true,
      maxBackoffTime: 200,
    })
    this.#provider.on('connection-close', (event) => {
      if (event) this.closes.push(event.code)
    })
    this.#listen()
  }

  write(random: prng.PRNG): void {
    const starts = [0, ...[...this.text.toString().matchAll(/ /g)].map(({ index }) => index + 1)]
    const word = `${this.name}${(this.#wrote += 1)}`
    this.#tale.written.set(word, this.name)
    this.text.insert(prng.oneOf(random, starts.slice(0, crowdedWords)), `${word} `)
    this.ask()
  }

  /** Deletes a word, whoever wrote it. */
  remove(random: prng.PRNG): void {
    const words = [...this.text.toString().matchAll(/(\S+) /g)]
    if (words.length === 0) return
    const { 0: all, 1: word = '', index } = prng.oneOf(random, words.slice(0, crowdedWords))
    const { deleted } = this.#tale
    deleted.set(word, (deleted.get(word) ?? new Set()).add(this.name))
    this.text.delete(index, all.length)
    this.ask()
  }

  /** Asks whether all that was done here is saved, where the server has all of it. */
  ask(): void {
    const socket = this.#provider.ws
    if (!socket || !this.#provider.wsconnected || this.#toldOn !== socket) return
    this.#question += 1
    this.#asked.set(this.#question, this.made.length)
    socket.send(Uint8Array.from(encoding.encode((to) => this.#writeQuestion(to))))
  }

  words(): string[] {
    return wordsIn(this.doc)
  }

  get text(): Y.Text {
    return typesOf(this.doc).frontMatter
  }

  get isSynced(): boolean {
    return this.#provider.synced
  }

  get isAway(): boolean {
    return !this.#provider.shouldConnect
  }

  /** Loses the network until `comeBack`. */
  goAway(): void {
    this.#provider.disconnect()
  }

  comeBack(): void {
    this.#provider.connect()
  }

  /** Loses its socket, and connects again by itself. */
  stumble(): void {
    this.#provider.ws?.close()
  }

  leave(): void {
    this.#provider.destroy()
    this.doc.destroy()
  }

  #writeQuestion(to: encoding.Encoder): void {
    encoding.writeVarUint(to, message.saved)
    encoding.writeVarUint(to, this.#question)
  }

  #listen(): void {
    const { messageHandlers: handlers } = this.#provider
    const takeSync = handlers[message.sync]
    handlers[message.sync] = (encoder, decoder, provider, emitSynced, kind) => {
      const isQuestion = decoder.arr[decoder.pos] === messageYjsSyncStep1
      takeSync?.(encoder, decoder, provider, emitSynced, kind)
      // The answer is sent in this turn, when this handler is done.
      if (isQuestion) queueMicrotask(() => (this.#toldOn = provider.ws))
    }
    handlers[message.saved] = (_encoder, decoder) => {
      const answered = decoding.readVarUint(decoder)
      for (const [question, upTo] of this.#asked) {
        if (question > answered) continue
        this.savedUpTo = Math.max(this.savedUpTo, upTo)
        this.#asked.delete(question)
      }
    }
  }
}
