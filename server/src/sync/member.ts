import type { Close } from '@minutebook/shared/wire'
import type { Cancel, Clock } from '../clock.ts'
import {
  answerFrame,
  deniedFrame,
  peopleFrame,
  presenceFrame,
  questionFrame,
  savedFrame,
  updateFrame,
} from './frame.ts'

/** The way out to one client. */
export interface Socket {
  send(...frames: Uint8Array[]): void
  /** bytes that were sent and have not left the process */
  buffered(): number
  /** Resolves with whether the other side answers within a moment, whatever its page does. */
  answers(): Promise<boolean>
  /** Says goodbye. What was sent before still arrives. */
  close(why: Close): void
}

/** What a connection may do, and what it understands. */
export interface Rights {
  mayEdit: boolean
  /** it is a y-websocket client that knows nothing of ours: it said no document format */
  isPlain: boolean
}

/** What a plain client is told whose edit a finished note does not take. */
const finishedReason =
  'The meeting is finished, so the edit is not taken. It stays here, and is asked for when the meeting is reopened.'

/** How often a reader that was too slow is looked at. */
const lookMs = 250

/** What a member asks of its room. */
export interface Source {
  /**
   * Gives what is missing beyond a state vector, and the room's own state vector, both as they are now, to `send` once
   * all of it is durable.
   */
  difference(vector: Uint8Array, send: (update: Uint8Array, ownVector: Uint8Array) => void): void
  /** Everybody's presence; null where nobody is. */
  presence(): Uint8Array | null
}

/**
 * One connection as its room sees it: what it is sent, and what is held back while it does not read. It holds one state
 * vector, one number and the socket's buffer, whatever happens in the note. [R20]
 */
export class Member {
  #socket: Socket
  #clock: Clock
  #maxBuffered: number
  #room: Source
  #mayEdit: boolean
  /** it speaks y-websocket and no more: it asks for no "saved" and reads no state of the meeting */
  #isPlain: boolean
  #isSynced = false
  #isClosed = false
  /** the state from which it lacks everything, while it is too slow; whether that came with a question */
  #behind: { since: Uint8Array; isQuestion: boolean } | null = null
  #savedUpTo: number | null = null
  #lacksPresence = false
  /** it has sent something that a finished note did not take */
  #isHeld = false
  #followsPeople = false
  #lacksPeople = false
  #look: Cancel | null = null

  constructor(parts: Rights & { socket: Socket; clock: Clock; maxBuffered: number; room: Source }) {
    this.#socket = parts.socket
    this.#clock = parts.clock
    this.#maxBuffered = parts.maxBuffered
    this.#room = parts.room
    this.#mayEdit = parts.mayEdit
    this.#isPlain = parts.isPlain
  }

  /** Answers its question for everything beyond `vector`. */
  answer(vector: Uint8Array): void {
    if (this.#isFull()) this.#behind = { since: vector, isQuestion: true }
    else this.#room.difference(vector, (update, ownVector) => this.#answered(update, ownVector))
  }

  /**
   * Sends an update that is durable.
   *
   * @param before gives the state vector before it: everything up to there was sent already
   */
  update(frame: Uint8Array, before: () => Uint8Array): void {
    if (!this.#isSynced || this.#behind) return
    if (this.#isFull()) this.#behind = { since: before(), isQuestion: false }
    else this.#send(frame)
  }

  saved(number: number): void {
    // it hears something, so that it knows of the connection, but not that it is saved [G5]
    if (this.#isHeld) this.presence(this.#room.presence() ?? nobody)
    else if (this.#isFull()) this.#savedUpTo = number
    else this.#send(savedFrame(number))
  }

  /** Whether the connection is whole. */
  answers(): Promise<boolean> {
    return this.#socket.answers()
  }

  /** What it sent was not taken: the note is finished. A plain y-websocket client is told so, once. [G15] */
  hold(): void {
    if (!this.#isHeld && this.#isPlain) this.#send(deniedFrame(finishedReason))
    this.#isHeld = true
    this.#savedUpTo = null
  }

  /** The note is open again: what was not taken is asked for. @param vector the state vector of what the note holds */
  release(vector: Uint8Array): void {
    if (this.#isHeld) this.#send(questionFrame(vector))
  }

  /** All that it has is taken. */
  taken(): void {
    this.#isHeld = false
  }

  /** It asks to be told when something is said of people. */
  followPeople(): void {
    this.#followsPeople = true
  }

  /** Something was said of people. A reader that is too slow is told when it reads again. */
  people(): void {
    if (!this.#followsPeople) return
    if (this.#isFull()) this.#lacksPeople = true
    else this.#send(peopleFrame)
  }

  presence(entries: Uint8Array | null): void {
    if (!entries) return
    if (this.#isFull()) this.#lacksPresence = true
    else this.#send(presenceFrame(entries))
  }

  /** Whether it has been answered: only then it is told of updates and presence. [R11] */
  get isSynced(): boolean {
    return this.#isSynced
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  close(why: Close): void {
    if (this.#isClosed) return
    this.end()
    this.#socket.close(why)
  }

  /** The socket has gone. */
  end(): void {
    this.#isClosed = true
    this.#look?.()
  }

  #send(...frames: Uint8Array[]): void {
    if (!this.#isClosed) this.#socket.send(...frames)
  }

  #isFull(): boolean {
    if (this.#isClosed || this.#socket.buffered() <= this.#maxBuffered) return false
    this.#look ??= this.#clock.after(lookMs, () => this.#lookAgain())
    return true
  }

  #lookAgain(): void {
    this.#look = null
    if (this.#isFull() || this.#isClosed) return
    this.#catchUp()
  }

  #catchUp(): void {
    if (this.#lacksPresence) this.#send(presenceFrame(this.#room.presence() ?? nobody))
    this.#lacksPresence = false
    if (this.#lacksPeople) this.#send(peopleFrame)
    this.#lacksPeople = false
    const behind = this.#behind
    if (!behind) {
      this.#sendSaved()
      return
    }
    // It stays behind until the difference is on its way, so that it is sent nothing twice and misses nothing. [R21]
    this.#room.difference(behind.since, (update, ownVector) => {
      this.#behind = null
      if (behind.isQuestion) this.#answered(update, ownVector)
      else this.#send(updateFrame(update))
      this.#sendSaved()
    })
  }

  #answered(update: Uint8Array, ownVector: Uint8Array): void {
    const answer = answerFrame(update)
    const isFirst = !this.#isSynced
    this.#isSynced = true
    if (isFirst && this.#mayEdit) this.#send(answer, questionFrame(ownVector))
    else this.#send(answer)
    if (isFirst) this.presence(this.#room.presence())
  }

  #sendSaved(): void {
    if (this.#savedUpTo !== null) this.#send(savedFrame(this.#savedUpTo))
    this.#savedUpTo = null
  }
}

/** An awareness update without an entry. */
const nobody = Uint8Array.of(0)
