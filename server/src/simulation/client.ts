import { message, type Close } from '@minutebook/shared/wire'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { readAuthMessage } from 'y-protocols/auth'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { Connection } from '../sync/connection.ts'
import type { Socket } from '../sync/member.ts'
import type { World } from './world.ts'

/** A y-websocket client without a network. What it sends and what it is sent waits in queues. */
export class Client {
  readonly doc: Y.Doc
  /** why the server closed it */
  closedWith: Close | null = null
  /** "saved" answers that came */
  saved: number[] = []
  /** why edits of it were not taken */
  denied: string[] = []
  /** presence frames that came */
  presence: Uint8Array[] = []
  /** frames from the server that were read, by the number of their message */
  received: number[] = []
  /** bytes that the socket claims to hold back */
  buffered = 0
  /** whether its network answers */
  answers = true
  fromServer: Uint8Array[] = []
  toServer: Uint8Array[] = []
  /** what this connection has brought to the server */
  delivered: Uint8Array[] = []
  /** Hears of each frame at the moment when the server sends it. */
  onSent: (frame: Uint8Array) => void = () => {}
  #connection: Connection | null = null
  #origin = {}

  constructor(clientId?: number) {
    this.doc = new Y.Doc()
    if (clientId !== undefined) this.doc.clientID = clientId
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this.#origin && this.isConnected)
        this.toServer.push(frameOf(message.sync, (to) => writeUpdate(to, update)))
    })
  }

  get isConnected(): boolean {
    return this.#connection !== null
  }

  get text(): Y.Text {
    return this.doc.getText('frontMatter')
  }

  /** Opens a connection and asks for the document. False where there is no such note. */
  async connect(world: World, id: string, mayEdit = true, isPlain = false): Promise<boolean> {
    const room = await world.rooms.open(id)
    if (!room || room.isFailing) return false
    const socket: Socket = {
      send: (...frames) => {
        for (const frame of frames) this.onSent(frame)
        this.fromServer.push(...frames)
      },
      buffered: () => this.buffered,
      answers: () => Promise.resolve(this.answers),
      close: (why) => {
        this.closedWith = why
        this.#connection = null
        this.toServer = []
      },
    }
    this.closedWith = null
    this.delivered = []
    this.#connection = new Connection({ room, socket, mayEdit, isPlain, limits: world.limits, clock: world.clock })
    this.toServer.push(frameOf(message.sync, (to) => writeSyncStep1(to, this.doc)))
    return true
  }

  /** The connection breaks; what was under way is lost. */
  drop(): void {
    this.#connection?.end()
    this.#connection = null
    this.fromServer = []
    this.toServer = []
  }

  askSaved(number: number): void {
    this.toServer.push(frameOf(message.saved, (to) => encoding.writeVarUint(to, number)))
  }

  sendPresence(entries: Uint8Array): void {
    this.toServer.push(frameOf(message.presence, (to) => encoding.writeVarUint8Array(to, entries)))
  }

  /** Sends bytes as they are; null is a text frame. */
  sendRaw(bytes: Uint8Array | null): void {
    this.#connection?.receive(bytes)
  }

  /** Brings `count` frames to the server. */
  deliver(count = Infinity): void {
    for (const frame of this.toServer.splice(0, Math.min(count, this.toServer.length))) {
      this.delivered.push(frame)
      this.#connection?.receive(frame)
    }
  }

  /** Reads `count` frames from the server. */
  read(count = Infinity): void {
    for (const frame of this.fromServer.splice(0, Math.min(count, this.fromServer.length))) this.#readFrame(frame)
  }

  #readFrame(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const kind = decoding.readVarUint(decoder)
    this.received.push(kind)
    if (kind === message.people) return
    if (kind === message.saved) this.saved.push(decoding.readVarUint(decoder))
    else if (kind === message.presence) this.presence.push(decoding.readVarUint8Array(decoder))
    else if (kind === message.auth) readAuthMessage(decoder, this.doc, (_doc, reason) => this.denied.push(reason))
    else {
      const answer = frameOf(message.sync, (to) => void readSyncMessage(decoder, to, this.doc, this.#origin))
      if (answer.length > 1) this.toServer.push(answer)
    }
  }
}

export function frameOf(kind: number, write: (to: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, kind)
    write(encoder)
  })
}

/** An awareness update with one entry. */
export function presenceOf(id: number, clock: number, state: unknown): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, id)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify(state))
  })
}
