import { close, type Close } from '@minutebook/shared/wire'
import type { Cancel, Clock } from '../clock.ts'
import type { Limits } from '../config.ts'
import { readFrame } from './frame.ts'
import type { Member, Rights, Socket } from './member.ts'
import { Rate } from './rate.ts'
import type { Room } from './room.ts'

/** What one question costs of the rate of updates: its answer is made from the whole note. */
const questionCost = 10

/** Bytes a second that one connection may send, sustained. */
const bytesPerSecond = 4 * 1024 * 1024

/** One socket from its first frame to its end: what it may send, and how much. */
export class Connection {
  #room: Room
  #member: Member
  #mayEdit: boolean
  #limits: Limits
  #frames: Rate
  #bytes: Rate
  #stopWaiting: Cancel

  constructor(parts: Rights & { room: Room; socket: Socket; limits: Limits; clock: Clock }) {
    const { room, socket, mayEdit, limits, clock } = parts
    this.#room = room
    this.#member = room.join(socket, parts)
    this.#mayEdit = mayEdit
    this.#limits = limits
    this.#frames = new Rate(limits.updatesPerSecond, clock)
    this.#bytes = new Rate(bytesPerSecond, clock)
    this.#stopWaiting = clock.after(limits.handshakeMs, () => this.#refuse(close.tooSlow)) // [W12]
  }

  /** Takes one binary frame, or null where the frame was text. */
  receive(bytes: Uint8Array | null): void {
    if (this.#member.isClosed) return
    if (!bytes) return this.#refuse(close.badFrame)
    if (bytes.length > this.#limits.frameBytes) return this.#refuse(close.tooLarge)
    if (!this.#frames.take(1) || !this.#bytes.take(bytes.length)) return this.#refuse(close.tooMany)
    const frame = readFrame(bytes)
    switch (frame?.kind) {
      case undefined:
        return this.#refuse(close.badFrame)
      case 'question':
        return this.#ask(frame.vector)
      case 'update':
        return this.#update(frame.update, frame.isAnswer)
      case 'presence':
        return this.#room.hearPresence(this.#member, frame.entries)
      case 'presence question':
        return this.#room.tellPresence(this.#member)
      case 'saved question':
        return this.#room.tellWhenSaved(this.#member, frame.number)
      case 'people question':
        return this.#member.followPeople()
    }
  }

  /** The socket has gone. */
  end(): void {
    this.#stopWaiting()
    this.#room.leave(this.#member)
  }

  #ask(vector: Uint8Array): void {
    this.#stopWaiting()
    if (this.#frames.take(questionCost)) this.#room.ask(this.#member, vector)
    else this.#refuse(close.tooMany)
  }

  #update(update: Uint8Array, isAnswer: boolean): void {
    if (this.#mayEdit) this.#room.update(this.#member, update, isAnswer)
    else this.#refuse(close.noAccess)
  }

  #refuse(why: Close): void {
    this.#stopWaiting()
    this.#room.expel(this.#member, why)
  }
}
