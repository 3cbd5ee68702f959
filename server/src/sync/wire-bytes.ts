/** The first byte of a WebSocket frame that is a whole binary message (RFC 6455, 5.2). */
const wholeBinary = 0x82

/** A longer message is not kept. */
const keptBytes = 262_144

interface Kept {
  message: Uint8Array | null
  bytes: Buffer
}

/**
 * The bytes in which messages leave: those of the last two messages are kept, for the others that they go to. Two,
 * because an answer goes with a question.
 */
export class WireBytes {
  #last: Kept = { message: null, bytes: Buffer.alloc(0) }
  #before: Kept = this.#last

  /** One unmasked frame with `message` in it. The message must not change afterwards. */
  of(message: Uint8Array): Buffer {
    if (this.#last.message === message) return this.#last.bytes
    if (this.#before.message !== message) {
      const bytes = wholeFrame(message)
      if (message.length > keptBytes) return bytes
      this.#before = this.#last
      this.#last = { message, bytes }
      return bytes
    }
    ;[this.#last, this.#before] = [this.#before, this.#last]
    return this.#last.bytes
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
