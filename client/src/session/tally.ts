/**
 * Which of the changes made here the server has called durable. Changes are numbered from 1; times are milliseconds of a
 * clock that never goes back.
 */
export class Tally {
  #made = 0
  #answered = 0
  #asked = 0
  #askedAt = 0
  #waitingSince = 0
  #changedAt = Number.NEGATIVE_INFINITY

  /** Counts changes of an earlier session, or of another tab, that were not called durable. Gives the number of the last. */
  adopt(unsaved: number, now: number): number {
    if (this.unsaved === 0) this.#waitingSince = now
    this.#made += unsaved
    return this.#made
  }

  /** Counts a change and gives its number. */
  change(now: number): number {
    if (this.unsaved === 0) this.#waitingSince = now
    this.#made += 1
    this.#changedAt = now
    return this.#made
  }

  /** Notes a question about everything made so far, and gives its number. */
  ask(now: number): number {
    this.#asked = this.#made
    this.#askedAt = now
    return this.#made
  }

  /** Notes the answer to question `n`. False, and nothing noted, where no such question is open on this connection. */
  answer(n: number): boolean {
    if (n > this.#asked || n < this.#answered) return false
    this.#answered = n
    this.#waitingSince = this.#askedAt // what is left was made after the question
    return true
  }

  /** The connection is gone, and its questions with it. */
  disconnect(): void {
    this.#asked = this.#answered
  }

  /** A connection is there: waiting counts from now. */
  connect(now: number): void {
    this.#waitingSince = now
  }

  get unsaved(): number {
    return this.#made - this.#answered
  }

  /** a change waits that no open question is about, and none is open */
  get isSilent(): boolean {
    return this.#asked <= this.#answered && this.unsaved > 0
  }

  /** when the last question was asked */
  get askedAt(): number {
    return this.#askedAt
  }

  /** how long the oldest unsaved change has waited on this connection */
  waitedMs(now: number): number {
    return this.unsaved > 0 ? now - this.#waitingSince : 0
  }

  /** how long ago the last change was made */
  quietMs(now: number): number {
    return now - this.#changedAt
  }
}
