import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as sync from 'y-protocols/sync'
import type * as Y from 'yjs'
import { message } from '@minutebook/shared/wire'

/** A WebSocket without a network, for tests: whoever holds it is the server. */
export class FakeSocket extends EventTarget implements WebSocket {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSING = 2
  readonly CLOSED = 3
  readonly url: string
  readonly protocol = ''
  readonly extensions = ''
  readonly bufferedAmount = 0
  binaryType: BinaryType = 'arraybuffer'
  readyState: 0 | 1 | 2 | 3 = 0
  onopen: WebSocket['onopen'] = null
  onmessage: WebSocket['onmessage'] = null
  onclose: WebSocket['onclose'] = null
  onerror: WebSocket['onerror'] = null
  readonly sent: Uint8Array[] = []

  constructor(url: string | URL) {
    super()
    this.url = String(url)
  }

  send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
    if (!(data instanceof Uint8Array)) throw new Error('only bytes are sent')
    this.sent.push(Uint8Array.from(data))
  }

  close(): void {
    this.readyState = 3
  }

  /** The server accepts. */
  open(): void {
    this.readyState = 1
    this.onopen?.(new Event('open'))
  }

  /** The server sends a frame. */
  receive(write: (encoder: encoding.Encoder) => void): void {
    const frame = Uint8Array.from(encoding.encode(write))
    this.onmessage?.(new MessageEvent('message', { data: frame.buffer }))
  }

  /** The connection ends. @param code 1006 where nobody said why */
  end(code = 1006): void {
    this.readyState = 3
    this.onclose?.(new CloseEvent('close', { code }))
  }

  /** Both sides send each other what they lack, as a server that holds `doc` does it. */
  syncWith(doc: Y.Doc): void {
    this.askFor(doc)
    this.answerFrom(doc)
  }

  /** The server asks for what `doc` lacks. */
  askFor(doc: Y.Doc): void {
    this.receive((encoder) => {
      encoding.writeVarUint(encoder, message.sync)
      sync.writeSyncStep1(encoder, doc)
    })
  }

  /** The server sends all that `doc` holds. */
  answerFrom(doc: Y.Doc): void {
    this.receive((encoder) => {
      encoding.writeVarUint(encoder, message.sync)
      sync.writeSyncStep2(encoder, doc)
    })
  }

  /** The server answers a question. */
  answer(n: number): void {
    this.receive((encoder) => {
      encoding.writeVarUint(encoder, message.saved)
      encoding.writeVarUint(encoder, n)
    })
  }

  /** The questions that were asked on this socket. */
  get questions(): number[] {
    return this.sent.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame)
      return decoding.readVarUint(decoder) === message.saved ? [decoding.readVarUint(decoder)] : []
    })
  }

  /** What was said on this socket of who is here: one entry a frame. */
  get presence(): { client: number; clock: number; state: unknown }[] {
    return this.sent.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame)
      if (decoding.readVarUint(decoder) !== message.presence) return []
      const entries = decoding.createDecoder(decoding.readVarUint8Array(decoder))
      decoding.readVarUint(entries) // how many
      const client = decoding.readVarUint(entries)
      const clock = decoding.readVarUint(entries)
      return [{ client, clock, state: JSON.parse(decoding.readVarString(entries)) as unknown }]
    })
  }

  /** Applies to `doc` what was sent of the text. */
  deliverTo(doc: Y.Doc): void {
    for (const frame of this.sent) {
      const decoder = decoding.createDecoder(frame)
      if (decoding.readVarUint(decoder) !== message.sync) continue
      const reply = encoding.createEncoder()
      sync.readSyncMessage(decoder, reply, doc, 'client')
    }
  }
}
