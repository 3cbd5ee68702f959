/** The first byte of a WebSocket frame that is a whole binary message (RFC 6455, 5.2). */
const wholeBinary = 0x82

/** A longer message is not kept: it is an answer to one, and may be large. */
const keptBytes = 65_536

/** The bytes in which messages leave: those of the last message are kept, for the others that it goes to. */
export class WireBytes {
  #message: Uint8Array | null = null
  #bytes: Buffer = Buffer.alloc(0)

  /** One unmasked frame with `message` in it. The message must not change afterwards. */
  of(message: Uint8Array): Buffer {
    if (this.#message === message) return this.#bytes
    const bytes = wholeFrame(message)
    if (message.length > keptBytes) return bytes
    this.#message = message
    this.#bytes = bytes
    return bytes
  }
}

function wholeFrame(message: Uint8Array): Buffer {
  const { length } = message
  const head = length > 0xffff ? 10 : length > 125 ? 4 : 2
  const bytes = Buffer.allocUnsafe(head + length)
  bytes[0] = wholeBinary
  if (head === 2) bytes[1] = length
  if (head === 4) {
    bytes[1] = 126
    bytes.writeUInt16BE(length, 2)
  }
  if (head === 10) {
    bytes[1] = 127
    bytes.writeBigUInt64BE(BigInt(length), 2)
  }
  bytes.set(message, head)
  return bytes
}
