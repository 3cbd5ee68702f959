import type { Close } from '@minutebook/shared/wire'
import * as Y from 'yjs'
import type { Clock } from '../clock.ts'
import type { Limits } from '../config.ts'
import { updateFrame } from './frame.ts'
import type { Batch } from './journal.ts'
import { Member, type Rights, type Socket, type Source } from './member.ts'
import { Presence } from './presence.ts'
import type { Person } from './rooms.ts'
import { Timers } from './timers.ts'
import type { Whereabouts } from './whereabouts.ts'

/** How many are remembered whose connection broke. */
const mostLost = 100

/** The shortest time between two presence frames; it grows by the second value with each person. */
const presenceMs = [50, 0.5] as const

/** The people in one room: what is sent to all of them, and who they are. */
export class Crowd {
  #clock: Clock
  #limits: Limits
  #members = new Set<Member>()
  #presence: Presence
  #presenceSentAt = -Infinity
  /** when the connection of somebody broke, by name */
  #lost = new Map<string, Date>()
  #timers: Timers<'presence'>
  #onPeople: () => void

  /** @param onPeople told when others are here than before */
  constructor(clock: Clock, limits: Limits, onPeople: () => void) {
    this.#clock = clock
    this.#limits = limits
    this.#onPeople = onPeople
    this.#presence = new Presence(limits.presenceBytes)
    this.#timers = new Timers(clock)
  }

  get size(): number {
    return this.#members.size
  }

  people(): Person[] {
    return this.#presence.people()
  }

  /** Whose connection answers now, and whose broke without a goodbye, or does not answer. [G3] */
  async whereabouts(): Promise<Whereabouts> {
    const since = this.#clock.now()
    const members = [...this.#members]
    const answers = await Promise.all(members.map((member) => member.answers()))
    const people = members.map((member) => this.#presence.personOf(member)?.name)
    const named = people.flatMap((name, index) => (name === undefined ? [] : [{ name, isHere: answers[index] }]))
    const broken = Array.from(this.#lost, ([name, broke]) => ({ name, since: broke }))
    return {
      here: named.flatMap(({ name, isHere }) => (isHere ? [name] : [])),
      lost: [...broken, ...named.flatMap(({ name, isHere }) => (isHere ? [] : [{ name, since }]))],
    }
  }

  add(socket: Socket, rights: Rights, difference: Source['difference']): Member {
    const room: Source = { difference, presence: () => this.#presence.everybody() }
    const member = new Member({ ...rights, socket, room, clock: this.#clock, maxBuffered: this.#limits.bufferedBytes })
    this.#members.add(member)
    return member
  }

  /** False where the member was not here. */
  remove(member: Member): boolean {
    member.end()
    if (!this.#members.delete(member)) return false
    const broken = this.#presence.leave(member)
    if (broken) this.#remember(broken.name)
    this.#sharePresence()
    return true
  }

  closeAll(why: Close): void {
    for (const member of this.#members) {
      member.close(why)
      this.remove(member)
    }
  }

  /** Sends what is durable to everybody but its only author. [R6] */
  send({ update, before, authors }: Pick<Batch, 'update' | 'before' | 'authors'>): void {
    const frame = updateFrame(update)
    let vector: Uint8Array | null = null
    const vectorBefore = () => (vector ??= Y.encodeStateVector(new Map(before)))
    for (const member of this.#members) {
      if (authors.size === 1 && authors.has(member)) continue
      member.update(frame, vectorBefore)
    }
  }

  /** The note is open again. @param vector the state vector of what it holds */
  release(vector: Uint8Array): void {
    for (const member of this.#members) member.release(vector)
  }

  /** Takes what `speaker` says of itself. False where it cannot be read. */
  hearPresence(entries: Uint8Array, speaker: Member): boolean {
    const isReadable = this.#presence.hear(entries, speaker)
    for (const { name } of this.#lost.size > 0 ? this.people() : []) this.#lost.delete(name)
    this.#sharePresence()
    return isReadable
  }

  /** Takes what people in other processes say. */
  hearFromAfar(entries: Uint8Array): void {
    this.#presence.hearFromAfar(entries)
    this.#sharePresence()
  }

  tellPresence(member: Member): void {
    member.presence(this.#presence.everybody())
  }

  /** Something was said of people. [W18] */
  tellPeople(): void {
    for (const member of this.#members) member.people()
  }

  stop(): void {
    this.#timers.stopAll()
  }

  #remember(name: string): void {
    this.#lost.set(name, this.#clock.now())
    const [first] = this.#lost.keys()
    if (this.#lost.size > mostLost && first !== undefined) this.#lost.delete(first)
  }

  #sharePresence(): void {
    if (this.#presence.takeNewPeople()) this.#onPeople()
    if (!this.#presence.hasChanges || this.#members.size === 0) return
    const pause = presenceMs[0] + presenceMs[1] * this.#members.size
    const wait = Math.max(0, this.#presenceSentAt + pause - this.#clock.elapsed())
    this.#timers.start('presence', wait, () => {
      this.#presenceSentAt = this.#clock.elapsed()
      const changes = this.#presence.takeChanges()
      if (!changes) return
      for (const member of this.#members) {
        if (member.isSynced && !changes.by.has(member)) member.presence(changes.entries)
      }
    })
  }
}
