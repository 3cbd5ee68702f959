import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebsocketProvider } from 'y-websocket'
import { applyAwarenessUpdate, encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate, readUpdate, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { beginsAnother, format, historyOf } from '@minutebook/shared/doc'
import { message } from '@minutebook/shared/wire'
import { Inbox } from './inbox.ts'
import { mergePresence } from './merge-presence.ts'

/** What a connection tells its session. */
export interface ConnectionListener {
  opening(): void
  opened(): void
  /** what others do is about to be taken in */
  taking(): void
  /** the server's text is in the document */
  received(): void
  /** what the server lacked is on its way, so an answer now speaks of everything */
  sent(): void
  /** all that was sent before question `n` is durable */
  answered(n: number): void
  /** something was said of people */
  people(): void
  /** the server refused to let this page change the note */
  denied(): void
  /** The server has another note under this id. Nothing of it is in the document, and nothing was sent to it. */
  foreign(): void
  /**
   * The socket is closing. Neither `connect` nor `disconnect` may be called before this returns.
   *
   * @param code why the server closed; null where nobody said
   */
  closed(code: number | null): void
}

interface ConnectionOptions {
  /** `wss://host/sync` */
  url: string
  noteId: string
  doc: Y.Doc
  /** who is here, as the socket says it */
  awareness: Awareness
  socket: typeof WebSocket
  now: () => number
}

/** What others do: the rest of a message that changes the document, or what is said of who is here. */
type News = { update: decoding.Decoder } | { presence: Uint8Array }

/**
 * A note's socket: y-websocket's provider speaks the protocol; when to connect again is the session's to say, and what
 * is sent between is decided here. Tabs of one browser do not talk past the server, so nothing is seen that is not saved.
 */
export class Connection {
  readonly #provider: WebsocketProvider
  readonly #listener: ConnectionListener
  readonly #now: () => number
  readonly #inbox: Inbox<News>
  #hasSent = false
  #followsPeople = false
  /** When something was last heard, on the clock of `now`; before that, never. */
  heardAt = Number.NEGATIVE_INFINITY

  constructor({ url, noteId, doc, awareness, socket, now }: ConnectionOptions, listener: ConnectionListener) {
    this.#listener = listener
    this.#now = now
    const provider = new WebsocketProvider(url, noteId, doc, {
      awareness,
      connect: false,
      disableBc: true,
      params: { format: String(format) },
      shouldReconnect: () => false,
      WebSocketPolyfill: socket,
    })
    this.#provider = provider
    this.#inbox = new Inbox({ take: (news) => this.#take(news), now })
    // the provider closes after 30 s without a message; in a hidden tab its timer is too rare for that to mean anything
    clearInterval(provider._checkInterval)
    provider.disconnectBc = () => undefined // all it does here is to say goodbye: whoever leaves does that [N261]
    // it sends changes before the server has said which note it has, and each presence back to where it came from
    doc.off('update', provider._updateHandler)
    doc.on('update', this.#sendUpdate)
    awareness.off('update', provider._awarenessUpdateHandler)
    awareness.on('update', this.#sendPresence)

    provider.on('status', ({ status }) => {
      if (status === 'connecting') listener.opening()
      else if (status === 'connected') {
        listener.opened()
        if (this.#followsPeople) this.followPeople()
      }
    })
    provider.on('sync', (isSynced) => {
      if (isSynced) listener.received()
    })
    provider.on('connection-close', (event) => {
      this.#inbox.empty()
      this.#hasSent = false
      listener.closed(event === null || event.code === 1006 ? null : event.code)
    })
    this.#handleMessages(provider)
  }

  /** True for the origin of transactions that came over this connection. */
  isOrigin(origin: unknown): boolean {
    return origin === this.#provider
  }

  /** Connects, unless a socket is open or opening. */
  connect(): void {
    this.#provider.connect()
  }

  /** Closes the socket, without a goodbye to the others. The listener hears `closed(null)`. */
  disconnect(): void {
    this.#provider.disconnect()
  }

  /** Asks the server to say when all that was sent so far is durable. Nothing happens without an open socket. */
  ask(n: number): void {
    this.#send((encoder) => {
      encoding.writeVarUint(encoder, message.saved)
      encoding.writeVarUint(encoder, n)
    })
  }

  /** Asks the server to tell when something is said of people, now and after each connecting. */
  followPeople(): void {
    this.#followsPeople = true
    this.#send((encoder) => encoding.writeVarUint(encoder, message.people))
  }

  /** What others do waits for `releaseNews`. */
  holdNews(): void {
    this.#inbox.hold()
  }

  releaseNews(): void {
    this.#inbox.release()
  }

  destroy(): void {
    const { doc, awareness } = this.#provider
    doc.off('update', this.#sendUpdate)
    awareness.off('update', this.#sendPresence)
    this.#inbox.close()
    this.#provider.destroy()
  }

  #handleMessages(provider: WebsocketProvider): void {
    const speakSync = provider.messageHandlers[message.sync]
    if (!speakSync) throw new Error('y-websocket has no handler for sync messages')
    provider.messageHandlers[message.sync] = (encoder, decoder, ...rest) => {
      const { doc, ws } = provider
      const ahead = decoding.clone(decoder)
      const step = decoding.readVarUint(ahead)
      if (step === messageYjsUpdate) return this.#inbox.add({ update: ahead })
      this.#inbox.empty()
      this.#listener.taking()
      const bytes = decoding.readVarUint8Array(ahead)
      if (isForeign(doc, step, bytes)) return this.#listener.foreign() // [N75]
      speakSync(encoder, decoder, ...rest)
      if (step !== messageYjsSyncStep1) return
      this.#hasSent = true
      // the provider sends its reply when this handler has returned
      queueMicrotask(() => provider.ws === ws && this.#listener.sent())
    }
    provider.messageHandlers[message.presence] = (_encoder, decoder) =>
      this.#inbox.add({ presence: decoding.readVarUint8Array(decoder) })
    provider.messageHandlers[message.saved] = (_encoder, decoder) =>
      this.#listener.answered(decoding.readVarUint(decoder))
    provider.messageHandlers[message.people] = () => this.#listener.people()
    provider.messageHandlers[message.auth] = (_encoder, decoder) => {
      decoding.readVarUint(decoder)
      decoding.readVarString(decoder)
      this.#listener.denied()
    }
    provider.messageHandlers = provider.messageHandlers.map((handle) => (...message) => {
      this.heardAt = this.#now()
      handle(...message)
    })
  }

  /** What others wrote comes first: their carets stand in it. */
  #take(news: readonly News[]): void {
    this.#listener.taking()
    const { doc, awareness } = this.#provider
    const updates = news.flatMap((one) => ('update' in one ? [one.update] : []))
    const presences = news.flatMap((one) => ('presence' in one ? [one.presence] : []))
    const write = () => {
      for (const update of updates) readUpdate(update, doc, this.#provider)
    }
    if (updates.length > 0) Y.transact(doc, write, this.#provider, false)
    if (presences.length > 0) applyAwarenessUpdate(awareness, mergePresence(presences), this.#provider)
  }

  /** What is written before the server's question is answered goes with that answer. */
  readonly #sendUpdate = (update: Uint8Array, origin: unknown): void => {
    if (this.isOrigin(origin) || !this.#hasSent) return
    this.#send((encoder) => {
      encoding.writeVarUint(encoder, message.sync)
      writeUpdate(encoder, update)
    })
  }

  readonly #sendPresence = (_changes: unknown, origin: unknown): void => {
    const { awareness } = this.#provider
    if (this.isOrigin(origin)) return
    this.#send((encoder) => {
      encoding.writeVarUint(encoder, message.presence)
      encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]))
    })
  }

  #send(write: (encoder: encoding.Encoder) => void): void {
    const { ws, wsconnected } = this.#provider
    if (ws && wsconnected && ws.readyState === ws.OPEN) ws.send(encoding.encode(write))
  }
}

/** Whether the server speaks of another history than the one that is here. */
function isForeign(doc: Y.Doc, step: number, bytes: Uint8Array): boolean {
  const history = historyOf(doc)
  if (history === null) return false
  if (step === messageYjsSyncStep1) return !Y.decodeStateVector(bytes).has(history)
  return step === messageYjsSyncStep2 && beginsAnother(bytes, history)
}
