import { listed } from '../../ui/words.ts'

/** How long joins and leaves are gathered before they are said. */
export const gatherMs = 5000

/** Who came and who went since it was last said. Whoever goes and is back meanwhile did neither. */
export class Gathering {
  readonly #joined = new Set<string>()
  readonly #left = new Set<string>()
  #here: ReadonlySet<string> | null = null

  /** Takes who is here now, without this person. True where there is something to say. */
  take(names: readonly string[]): boolean {
    const here = new Set(names)
    const before = this.#here
    this.#here = here
    if (before === null) return false
    for (const name of here) if (!before.has(name) && !this.#left.delete(name)) this.#joined.add(name)
    for (const name of before) if (!here.has(name) && !this.#joined.delete(name)) this.#left.add(name)
    return this.#joined.size + this.#left.size > 0
  }

  /** Forgets who was here: the connection is away, and what it says when it is back is no news. */
  forget(): void {
    this.#here = null
    this.#joined.clear()
    this.#left.clear()
  }

  /** Says who came and who went, and begins anew; empty where nobody did. */
  say(): string {
    const parts = [
      this.#joined.size > 0 ? `${listed([...this.#joined], 2)} joined` : '',
      this.#left.size > 0 ? `${listed([...this.#left], 2)} left` : '',
    ]
    this.#joined.clear()
    this.#left.clear()
    return parts.filter((part) => part !== '').join(', ')
  }
}
