/** Something that is fetched when it is first asked for, and kept. A fetch that fails is tried again the next time. */
export class Late<Value> {
  readonly #fetch: () => Promise<Value>
  #coming: Promise<Value> | null = null
  #here: Value | null = null

  constructor(fetch: () => Promise<Value>) {
    this.#fetch = fetch
  }

  /** Null until it is here. */
  get here(): Value | null {
    return this.#here
  }

  /** The same promise until it is here, or has failed. */
  load(): Promise<Value> {
    this.#coming ??= this.#fetch().then(
      (value) => (this.#here = value),
      (error: unknown) => {
        this.#coming = null
        throw error
      },
    )
    return this.#coming
  }
}
