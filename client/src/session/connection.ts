import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebsocketProvider } from 'y-websocket'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { format } from '@minutebook/shared/doc'
import { message } from '@minutebook/shared/wire'

/** What a connection tells its session. */
export interface ConnectionListener {
  opening(): void
  opened(): void
  /** the server's text is in the document */
  received(): void
  /** what the server lacked is on its way, so an answer now speaks of everything */
  sent(): void
  /** all that was sent before question `n` is durable */
  answered(n: number): void
  /** the server refused to let this page change the note */
  denied(): void
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
  awareness: Awareness
  socket: typeof WebSocket
  now: () => number
}

/**
 * A note's socket: y-websocket's provider speaks the protocol; when to connect again is the session's to say. Tabs of
 * one browser do not talk past the server, so nothing is seen that is not saved.
 */
export class Connection {
  readonly #provider: WebsocketProvider
  /** When something was last heard, in milliseconds since 1970; 0 before that. */
  heardAt = 0

  constructor({ url, noteId, doc, awareness, socket, now }: ConnectionOptions, listener: ConnectionListener) {
    const provider = new WebsocketProvider(url, noteId, doc, {
      awareness,
      connect: false,
      disableBc: true,
      params: { format: String(format) },
      shouldReconnect: () => false,
      WebSocketPolyfill: socket,
    })
    this.#provider = provider
    // the provider closes after 30 s without a message; in a hidden tab its timer is too rare for that to mean anything
    clearInterval(provider._checkInterval)

    provider.on('status', ({ status }) => {
      if (status === 'connecting') listener.opening()
      else if (status === 'connected') listener.opened()
    })
    provider.on('sync', (isSynced) => {
      if (isSynced) listener.received()
    })
    provider.on('connection-close', (event) => {
      listener.closed(event === null || event.code === 1006 ? null : event.code)
    })

    const speakSync = provider.messageHandlers[message.sync]
    if (!speakSync) throw new Error('y-websocket has no handler for sync messages')
    provider.messageHandlers[message.sync] = (encoder, decoder, ...rest) => {
      const isQuestion = decoding.peekVarUint(decoder) === 0
      speakSync(encoder, decoder, ...rest)
      const { ws } = provider
      // the provider sends its reply when this handler has returned
      if (isQuestion) queueMicrotask(() => provider.ws === ws && listener.sent())
    }
    provider.messageHandlers[message.saved] = (_encoder, decoder) => listener.answered(decoding.readVarUint(decoder))
    provider.messageHandlers[message.auth] = (_encoder, decoder) => {
      decoding.readVarUint(decoder)
      decoding.readVarString(decoder)
      listener.denied()
    }
    provider.messageHandlers = provider.messageHandlers.map((handle) => (...message) => {
      this.heardAt = now()
      handle(...message)
    })
  }

  /** True for the origin of transactions that came over this connection. */
  isOrigin(origin: unknown): boolean {
    return origin === this.#provider
  }

  /** Connects, unless a socket is open or opening. */
  connect(): void {
    this.#provider.connect()
  }

  /** Closes the socket. The listener hears `closed(null)`. */
  disconnect(): void {
    this.#provider.disconnect()
  }

  /** Asks the server to say when all that was sent so far is durable. Nothing happens without an open socket. */
  ask(n: number): void {
    const { ws, wsconnected } = this.#provider
    if (!ws || !wsconnected) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, message.saved)
    encoding.writeVarUint(encoder, n)
    ws.send(encoding.toUint8Array(encoder))
  }

  destroy(): void {
    this.#provider.destroy()
  }
}
