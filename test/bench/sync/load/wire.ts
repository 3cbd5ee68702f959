import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** What happens at a wire. */
export interface WireEvents {
  open(): void
  /** one binary message, whole; its bytes are of use in this turn only */
  frame(bytes: Buffer): void
  close(): void
}

const opcode = { binary: 2, close: 8, ping: 9, pong: 10 } as const
const nothing = Buffer.alloc(0)

/**
 * A WebSocket client that does no more than the benchmark needs, so that thousands of them in one process are no
 * load to speak of. It masks with zeros, and knows neither fragments nor extensions. @throws where it is sent some
 */
export class Wire {
  #socket: Socket
  #events: WireEvents
  #rest: Buffer = nothing
  #isOpen = false

  constructor(port: number, path: string, events: WireEvents) {
    this.#events = events
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    )
    this.#socket.on('data', (data) => this.#read(data))
    this.#socket.on('error', () => {}) // 'close' follows, and the server may be killed on purpose
    this.#socket.on('close', () => events.close())
  }

  send(bytes: Uint8Array): void {
    this.#socket.write(frame(opcode.binary, bytes))
  }

  /** Ends it without a goodbye, as a page does that is reloaded. */
  drop(): void {
    this.#socket.destroy()
  }

  #read(data: Buffer): void {
    let bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, data]) : data
    if (!this.#isOpen) {
      const end = bytes.indexOf('\r\n\r\n')
      if (end >= 0) {
        if (!bytes.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101')))
          throw new Error(bytes.toString('latin1', 0, end))
        this.#isOpen = true
        bytes = bytes.subarray(end + 4)
        this.#events.open()
      }
    }
    this.#rest = this.#isOpen ? this.#readFrames(bytes) : bytes
  }

  /** Hands on each whole frame, and gives what is left. */
  #readFrames(bytes: Buffer): Buffer {
    let at = 0
    while (at + 2 <= bytes.length) {
      const short = bytes.readUInt8(at + 1)
      const head = short === 127 ? 10 : short === 126 ? 4 : 2
      if (at + head > bytes.length) break
      const size = head === 10 ? Number(bytes.readBigUInt64BE(at + 2)) : head === 4 ? bytes.readUInt16BE(at + 2) : short
      const end = at + head + size
      if (end > bytes.length) break
      this.#hear(bytes.readUInt8(at), bytes.subarray(at + head, end))
      at = end
    }
    return at === bytes.length ? nothing : bytes.subarray(at)
  }

  #hear(first: number, payload: Buffer): void {
    switch (first) {
      case 0x80 | opcode.binary:
        this.#events.frame(payload)
        break
      case 0x80 | opcode.ping:
        this.#socket.write(frame(opcode.pong, payload))
        break
      case 0x80 | opcode.close:
        this.#socket.end()
        break
      case 0x80 | opcode.pong:
        break
      default:
        throw new Error(`a frame that begins with ${first}`)
    }
  }
}

function frame(code: number, payload: Uint8Array): Buffer {
  const { length } = payload
  const head = length > 65_535 ? 10 : length > 125 ? 4 : 2
  const bytes = Buffer.alloc(head + 4 + length)
  bytes.writeUInt8(0x80 | code, 0)
  bytes.writeUInt8(0x80 | (head === 10 ? 127 : head === 4 ? 126 : length), 1)
  if (head === 4) bytes.writeUInt16BE(length, 2)
  if (head === 10) bytes.writeBigUInt64BE(BigInt(length), 2)
  bytes.set(payload, head + 4)
  return bytes
}
