/** After taking something in, the page has so many times as long for its own person: an eighth goes to what others do. */
const restFactor = 7
/** What others do is never put off for longer than this. */
const mostMs = 500
/** Whoever has pressed no key for so long does not type. */
const typingMs = 400

interface InboxParts<Message> {
  take: (messages: Message[]) => void
  /** milliseconds that never go back */
  now: () => number
}

/**
 * Takes in what others do, as often as the page has time for it: at once while that is little, else together what came
 * meanwhile, in order. Many writers and a slow device then make what others write come in larger pieces, and do not keep
 * the keys of the person here waiting. While that person types it is taken in right behind a key that is shown: a frame
 * of something else that is under way when the next key comes would make that wait for the frame after it.
 */
export class Inbox<Message> {
  readonly #parts: InboxParts<Message>
  #waiting: Message[] = []
  #restsUntil = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | null = null
  #isHeld = false
  #typesUntil = Number.NEGATIVE_INFINITY

  constructor(parts: InboxParts<Message>) {
    this.#parts = parts
  }

  add(message: Message): void {
    this.#waiting.push(message)
    this.#takeInTime()
  }

  /** From now on everything waits, until `release`: a key is to be shown first. */
  hold(): void {
    this.#isHeld = true
    this.#typesUntil = this.#parts.now() + typingMs
  }

  /** The key is shown: what waits is taken in before the next one. */
  release(): void {
    this.#isHeld = false
    if (this.#waiting.length === 0) return
    if (this.#parts.now() >= this.#restsUntil) this.empty()
    else this.#takeInTime()
  }

  #takeInTime(): void {
    if (this.#isHeld || this.#timer !== null) return
    const waitMs = Math.max(this.#restsUntil, this.#typesUntil) - this.#parts.now()
    if (waitMs <= 0) return this.empty()
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.#takeInTime()
    }, waitMs)
  }

  /** Takes in now what waits. */
  empty(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const messages = this.#waiting
    if (messages.length === 0) return
    this.#waiting = []
    const began = this.#parts.now()
    this.#parts.take(messages)
    const ended = this.#parts.now()
    this.#restsUntil = ended + Math.min(mostMs, restFactor * (ended - began))
  }

  /** Forgets what waits. */
  close(): void {
    this.#waiting = []
    if (this.#timer !== null) clearTimeout(this.#timer)
  }
}
