const bins = 200_000
const binUs = 10

/** Counts times up to two seconds by 10 µs; what is longer counts as two seconds. */
export class Histogram {
  #counts = new Uint32Array(bins)
  #count = 0

  get count(): number {
    return this.#count
  }

  add(us: number): void {
    const bin = Math.min(bins - 1, Math.floor(us / binUs))
    this.#counts[bin] = (this.#counts[bin] ?? 0) + 1
    this.#count += 1
  }

  /** The time in ms that so large a share (0 to 1) of all does not exceed. */
  quantile(share: number): number {
    let left = this.#count * share
    const bin = this.#counts.findIndex((count) => (left -= count) <= 0)
    return (Math.max(0, bin) * binUs) / 1_000
  }

  clear(): void {
    this.#counts.fill(0)
    this.#count = 0
  }
}
