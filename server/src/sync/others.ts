import type { NoteEvent } from '../bus/bus.ts'
import type { Clock } from '../clock.ts'
import type { RoomParts } from './room.ts'
import type { Lost } from './rooms.ts'
import { stillLost, type Whereabouts } from './whereabouts.ts'

/** How long another process may take to say who is there: it asks its own connections first. */
export const othersMs = 2500

type OthersParts = Pick<RoomParts, 'id' | 'bus' | 'clock' | 'newId' | 'log' | 'metrics'>

/** The other processes that have the note open, as far as they can be reached. Nothing here fails. */
export class Others {
  readonly #parts: OthersParts
  readonly #own: () => Promise<Whereabouts>
  readonly #inquiries: Inquiries

  /** @param own who is here as this process sees it */
  constructor(parts: OthersParts, own: () => Promise<Whereabouts>) {
    this.#parts = parts
    this.#own = own
    this.#inquiries = new Inquiries(parts.clock, parts.newId)
  }

  /** Tells them of an update that is durable. */
  tell(update: Uint8Array): void {
    const { id, bus } = this.#parts
    bus
      .publish(id, { kind: 'update', update })
      .catch((error: unknown) =>
        this.#notTold(error, 'the other processes could not be told of an update; they see it with the next one'),
      )
  }

  /** Who may hold text that is not in, here and there. [G14] */
  async lost(): Promise<Lost[]> {
    const [own, others] = await Promise.all([this.#own(), this.#ask()])
    return stillLost([own, ...others])
  }

  hear(event: Extract<NoteEvent, { question: string }>): void {
    if (event.kind === 'these are here') this.#inquiries.hear(event.question, event)
    else void this.#answer(event.question)
  }

  /** What they know; nothing where they cannot be asked. */
  async #ask(): Promise<Whereabouts[]> {
    const { id, bus } = this.#parts
    try {
      return await this.#inquiries.ask((question) => bus.publish(id, { kind: 'who is here', question }))
    } catch (error) {
      this.#notTold(error, 'the other processes could not be asked who is here')
      return []
    }
  }

  async #answer(question: string): Promise<void> {
    const { id, bus } = this.#parts
    try {
      await bus.publish(id, { kind: 'these are here', question, ...(await this.#own()) })
    } catch (error) {
      this.#notTold(error, 'another process could not be told who is here')
    }
  }

  #notTold(error: unknown, sentence: string): void {
    const { id, log, metrics } = this.#parts
    metrics.busFailures.inc()
    log.warn(sentence, { err: error, note: id })
  }
}

/** Gathers what the other processes answer to questions of this one. */
class Inquiries {
  readonly #clock: Clock
  readonly #newId: () => string
  readonly #open = new Map<string, (answer: Whereabouts) => void>()

  constructor(clock: Clock, newId: () => string) {
    this.#clock = clock
    this.#newId = newId
  }

  /**
   * Asks, and resolves with what came when all have answered, or within `othersMs`.
   *
   * @param ask tells the others of the question, and resolves with how many were told
   */
  async ask(ask: (question: string) => Promise<number>): Promise<Whereabouts[]> {
    const question = this.#newId()
    const answers: Whereabouts[] = []
    const { promise: enough, resolve } = Promise.withResolvers<void>()
    let asked = Infinity
    this.#open.set(question, (answer) => {
      answers.push(answer)
      if (answers.length >= asked) resolve()
    })
    const cancel = this.#clock.after(othersMs, resolve)
    try {
      asked = await Promise.race([ask(question), enough.then(() => 0)])
      if (answers.length < asked) await enough
    } finally {
      cancel()
      this.#open.delete(question)
    }
    return answers
  }

  hear(question: string, answer: Whereabouts): void {
    this.#open.get(question)?.(answer)
  }
}
