import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Person } from './rooms.ts'

/** How many client ids that have left are remembered, so that an echo does not bring them back. */
const remembered = 1_000

const nobody: ReadonlySet<unknown> = new Set()

interface Entry {
  clock: number
  /** JSON */
  state: string
  person: Person | null
  /** the connections that speak for it: two while a client connects again */
  speakers: Set<unknown>
}

/**
 * Who is in one note, in the terms of y-protocols/awareness: an entry for each client id, with a clock that grows. Each
 * connection (a `speaker`) has one entry. [R25]
 */
export class Presence {
  #maxBytes: number
  #entries = new Map<number, Entry>()
  #idOf = new Map<unknown, number>()
  /** clock at which a client id left */
  #left = new Map<number, number>()
  #changed = new Set<number>()
  #hasNewPeople = false

  /** @param maxBytes of one entry's state */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /** Takes what a connection says. False where it cannot be read. */
  hear(entries: Uint8Array, speaker: unknown): boolean {
    const said = readEntries(entries)
    if (!said) return false
    for (const entry of said) this.#hearOne(entry, speaker)
    return true
  }

  /** Takes what people in other processes say: each client id speaks for itself. */
  hearFromAfar(entries: Uint8Array): void {
    for (const entry of readEntries(entries) ?? []) this.#hearOne(entry, `afar ${entry.id}`)
  }

  /** Whom a connection speaks for. */
  personOf(speaker: unknown): Person | null {
    const id = this.#idOf.get(speaker)
    return (id !== undefined && this.#entries.get(id)?.person) || null
  }

  /** A connection ends, and its entry with it. [R26] Gives whom it was where they had not said that they leave. */
  leave(speaker: unknown): Person | null {
    const id = this.#idOf.get(speaker)
    if (id === undefined) return null
    this.#idOf.delete(speaker)
    const entry = this.#entries.get(id)
    entry?.speakers.delete(speaker)
    if (!entry || entry.speakers.size > 0) return null
    this.#drop(id, entry.clock)
    return entry.person
  }

  /** Everybody's entries, for who joins; null while there are none. */
  everybody(): Uint8Array | null {
    return this.#entries.size > 0 ? this.#write([...this.#entries.keys()]) : null
  }

  /**
   * The entries that have changed since the last call, and who said them where that was one entry alone: its speakers
   * know it. Null where none has changed.
   */
  takeChanges(): { entries: Uint8Array; by: ReadonlySet<unknown> } | null {
    const ids = [...this.#changed]
    const [first] = ids
    if (first === undefined) return null
    this.#changed.clear()
    const speakers = ids.length === 1 ? this.#entries.get(first)?.speakers : undefined
    return { entries: this.#write(ids), by: speakers ?? nobody }
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0
  }

  /** Whether others are here, or under other names, than when this was asked last. */
  takeNewPeople(): boolean {
    const hasNewPeople = this.#hasNewPeople
    this.#hasNewPeople = false
    return hasNewPeople
  }

  /** Each person once, also with two windows. */
  people(): Person[] {
    const people = new Map<string, Person>()
    for (const { person } of this.#entries.values()) if (person) people.set(`${person.name}\n${person.color}`, person)
    return [...people.values()]
  }

  #hearOne({ id, clock, state, value }: Said, speaker: unknown): void {
    const known = this.#entries.get(id)
    const isOwn = this.#introduce(id, clock, known, speaker)
    if (!isOwn) return
    if (value === null) {
      if (!known || clock < known.clock) return
      for (const one of known.speakers) this.#idOf.delete(one)
      this.#drop(id, clock)
      return
    }
    if (!isEntry(value) || Buffer.byteLength(state) > this.#maxBytes) return
    if (known && clock <= known.clock) return
    this.#idOf.set(speaker, id)
    this.#left.delete(id)
    const person = personOf(value)
    this.#entries.set(id, { clock, state, person, speakers: known?.speakers ?? new Set([speaker]) })
    if (known?.person?.name !== person?.name || known?.person?.color !== person?.color) this.#hasNewPeople = true
    this.#changed.add(id)
  }

  /** Whether `speaker` speaks for `id`. The first id that it says is its own, and it may share that of a lost connection. */
  #introduce(id: number, clock: number, known: Entry | undefined, speaker: unknown): boolean {
    const own = this.#idOf.get(speaker)
    if (own === id) return true
    if (known) {
      if (own !== undefined || clock < known.clock) return false
      known.speakers.add(speaker) // [R28]
      this.#idOf.set(speaker, id)
      return true
    }
    if (clock <= (this.#left.get(id) ?? -1)) return false // an echo of somebody who has left
    if (own === undefined) return true
    const shared = this.#entries.get(own)
    if (!shared || shared.speakers.size < 2) return false
    shared.speakers.delete(speaker)
    return true
  }

  #drop(id: number, clock: number): void {
    if (this.#entries.get(id)?.person) this.#hasNewPeople = true
    this.#entries.delete(id)
    this.#changed.add(id)
    this.#left.set(id, clock)
    const [oldest] = this.#left.keys()
    if (this.#left.size > remembered && oldest !== undefined) this.#left.delete(oldest)
  }

  #write(ids: readonly number[]): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, ids.length)
      for (const id of ids) {
        const entry = this.#entries.get(id)
        encoding.writeVarUint(encoder, id)
        encoding.writeVarUint(encoder, entry?.clock ?? this.#left.get(id) ?? 0)
        encoding.writeVarString(encoder, entry?.state ?? 'null')
      }
    })
  }
}

interface Said {
  id: number
  clock: number
  state: string
  value: unknown
}

function readEntries(bytes: Uint8Array): Said[] | null {
  const decoder = decoding.createDecoder(bytes)
  const said: Said[] = []
  try {
    const count = decoding.readVarUint(decoder)
    for (let index = 0; index < count; index += 1) {
      const id = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state = decoding.readVarString(decoder)
      said.push({ id, clock, state, value: JSON.parse(state) })
    }
  } catch {
    return null // lib0 and JSON say so by throwing: a refusal here
  }
  return said
}

function isEntry(value: unknown): value is { user?: { name?: string; color?: string } } {
  if (!isObject(value)) return false
  const { user } = value
  if (user === undefined) return true
  if (!isObject(user)) return false
  return [user.name, user.color].every((text) => text === undefined || typeof text === 'string')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function personOf({ user }: { user?: { name?: string; color?: string } }): Person | null {
  return user?.name ? { name: user.name, color: user.color ?? '' } : null
}
