import type { Clock } from '../clock.ts'
import type { Lost } from './rooms.ts'

/** How long another process may take to say who is there: it asks its own connections first. */
export const othersMs = 2500

/** Who is in a note and who may still hold text that is not in, as one process sees it. */
export interface Whereabouts {
  /** the names of those whose connection answers */
  here: readonly string[]
  lost: readonly Lost[]
}

/** Who is lost somewhere and here nowhere, each once, with the first time at which a connection of theirs broke. */
export function stillLost(all: readonly Whereabouts[]): Lost[] {
  const here = new Set(all.flatMap((one) => one.here))
  const lost = new Map<string, Date>()
  for (const { name, since } of all.flatMap((one) => one.lost)) {
    const known = lost.get(name)
    if (!here.has(name) && (!known || since < known)) lost.set(name, since)
  }
  return Array.from(lost, ([name, since]) => ({ name, since }))
}

/** Gathers what the other processes answer to questions of this one. */
export class Inquiries {
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
