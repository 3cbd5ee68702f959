import { create, real53 } from 'lib0/prng'
import { cursor } from './cursor.ts'
import { findMarks, marksIn } from './mark.ts'
import { Meter, type Window } from './meter.ts'
import { Person, type Place } from './person.ts'
import { Writer } from './writer.ts'

/** People who come into one note. */
export interface Arrival {
  place: Place
  people: number
  /** how many of them write */
  writers: number
  /** what each writer writes at once */
  text?: string
  /** whether each has a caret */
  hasCursor?: boolean
}

interface Member {
  place: Place
  person: Person
  writer: Writer | null
  /** the clock of its caret; null where it has none */
  clock: number | null
  client: number
  /** of its document when it came */
  bytes: number
}

/** So many are let in at once while a crowd gathers. */
const batch = 50

/** All people of one process, and what comes to them. */
export class Crowd {
  #members: Member[] = []
  #writers = 0
  #meter = new Meter()
  #seen: Set<string> | null = null
  #presences = 0
  #typing: NodeJS.Timeout | null = null

  /** Lets people in, one small group after the other. Resolves when all have their documents. */
  async open(arrivals: readonly Arrival[]): Promise<void> {
    const all = arrivals.flatMap((arrival) =>
      Array.from({ length: arrival.people }, (_, index) => ({ arrival, index })),
    )
    for (let from = 0; from < all.length; from += batch) {
      const group = all.slice(from, from + batch).map(({ arrival, index }) => {
        const writer = index < arrival.writers ? new Writer((this.#writers += 1)) : null
        const member = this.#enter(arrival.place, writer, arrival.hasCursor ? 1 : null)
        return { member, text: arrival.text ?? '' }
      })
      await Promise.all(group.map(({ member }) => member.person.synced))
      for (const { member, text } of group) if (member.writer) member.person.update(member.writer.begin(text))
    }
  }

  /** Lets each writer type so often a second, at a moment of its own, until `rest`. */
  type(perSecond: number): void {
    const random = create(7)
    const interval = 1_000 / perSecond
    const turns = this.#members
      .flatMap(({ person, writer }) => (writer ? [{ person, writer, at: real53(random) * interval }] : []))
      .sort((a, b) => a.at - b.at)
    const began = performance.now()
    let next = 0
    this.#typing = setInterval(() => {
      for (;;) {
        const turn = turns[next % turns.length]
        if (!turn || began + Math.floor(next / turns.length) * interval + turn.at > performance.now()) return
        turn.person.update(turn.writer.type())
        this.#meter.sent()
        next += 1
      }
    }, 1)
  }

  rest(): void {
    if (this.#typing) clearInterval(this.#typing)
  }

  /** What came since the last call. */
  window(): Window {
    return this.#meter.window()
  }

  /** From here on every mark is noted that somebody sees of another. */
  watch(): void {
    this.#seen = new Set()
  }

  seen(): string[] {
    return [...(this.#seen ?? [])]
  }

  /**
   * All but the first of them drop their sockets and come back at once. Resolves with how
   * many ms it took until all have their documents, and the size of the smallest.
   */
  async reload(): Promise<{ ms: number; leastBytes: number }> {
    const [host, ...guests] = this.#members
    this.#members = host ? [host] : []
    const began = performance.now()
    for (const { person } of guests) person.leave()
    const back = guests.map(({ place, writer, clock, client }) =>
      this.#enter(place, writer, clock === null ? null : clock + 1, client),
    )
    await Promise.all(back.map(({ person }) => person.synced))
    return { ms: performance.now() - began, leastBytes: Math.min(...back.map(({ bytes }) => bytes)) }
  }

  /** Resolves when no presence has come for so long, with how many messages have come since the last call. */
  async presences(quietMs: number): Promise<number> {
    for (let before = -1; before !== this.#presences;) {
      before = this.#presences
      await new Promise((resolve) => {
        setTimeout(resolve, quietMs)
      })
    }
    const count = this.#presences
    this.#presences = 0
    return count
  }

  #enter(place: Place, writer: Writer | null, clock: number | null, client = 1_000 + this.#members.length): Member {
    const presence = clock === null ? undefined : cursor(client, clock)
    const hear = (bytes: Buffer) => this.#hear(bytes, writer?.number)
    const hearing = {
      document: (bytes: Buffer) => {
        member.bytes = bytes.length
      },
      update: hear,
      presence: () => {
        this.#presences += 1
      },
    }
    const member: Member = { place, writer, clock, client, bytes: 0, person: new Person(place, hearing, presence) }
    this.#members.push(member)
    return member
  }

  #hear(bytes: Buffer, own: number | undefined): void {
    findMarks(bytes, (writer, age) => {
      if (writer !== own) this.#meter.delivered(age)
    })
    if (this.#seen) for (const one of marksIn(bytes)) this.#seen.add(one)
  }
}
