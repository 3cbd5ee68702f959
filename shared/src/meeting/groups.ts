/** Things that may turn out to be one: union-find over strings, whose groups can be taken apart again. */
export class Groups {
  #groupOf = new Map<string, Set<string>>()

  constructor(members: Iterable<string>) {
    for (const member of members) this.#groupOf.set(member, new Set([member]))
  }

  has(member: string): boolean {
    return this.#groupOf.has(member)
  }

  /** The group of a member; empty where there is no such member. */
  of(member: string): ReadonlySet<string> {
    return this.#groupOf.get(member) ?? new Set()
  }

  all(): ReadonlySet<string>[] {
    return [...new Set(this.#groupOf.values())]
  }

  isSame(a: string, b: string): boolean {
    return this.of(a) === this.of(b)
  }

  /** Makes one group of those of `a` and `b`; nothing where one of them is no member. */
  join(a: string, b: string): void {
    const [one, other] = [this.#groupOf.get(a), this.#groupOf.get(b)]
    if (!one || !other || one === other) return
    for (const member of other) {
      one.add(member)
      this.#groupOf.set(member, one)
    }
  }

  /** Makes a group of these members, whatever theirs were. */
  part(members: readonly string[]): void {
    const parted = new Set(members.filter((member) => this.has(member)))
    for (const member of parted) {
      this.#groupOf.get(member)?.delete(member)
      this.#groupOf.set(member, parted)
    }
  }
}
