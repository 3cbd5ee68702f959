import * as prng from 'lib0/prng'
import type * as Y from 'yjs'

/** Words that are written and deleted as a whole, so that each must be there once, or not at all. */
export class Words {
  readonly #deleted = new Set<string>()
  readonly #written = new Set<string>()
  #count = 0

  /** An edit that writes one word somewhere. */
  writing(random: prng.PRNG, name: string): (text: Y.Text) => void {
    return (text) => {
      const word = `${name}${(this.#count += 1)} `
      const starts = [0, ...[...text.toString().matchAll(/ /g)].map(({ index }) => index + 1)]
      this.#written.add(word)
      text.insert(prng.oneOf(random, starts), word)
    }
  }

  remove(text: Y.Text, random: prng.PRNG): void {
    const words = [...text.toString().matchAll(/\S+ /g)]
    if (words.length === 0) return
    const word = prng.oneOf(random, words)
    this.#deleted.add(word[0])
    text.delete(word.index, word[0].length)
  }

  /** What `name` has written and is not in `text` was lost with whoever wrote it, before anybody saw it. */
  forget(name: string, text: string): void {
    for (const word of this.#written) if (word.startsWith(name) && !text.includes(word)) this.#written.delete(word)
  }

  expected(): string[] {
    return [...this.#written].filter((word) => !this.#deleted.has(word)).sort()
  }
}
