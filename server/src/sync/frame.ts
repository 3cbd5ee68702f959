import { message } from '@minutebook/shared/wire'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { writePermissionDenied } from 'y-protocols/auth'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'

/** What a client says in one frame. */
export type Frame =
  | { kind: 'question'; vector: Uint8Array }
  /** what it wrote now, or all that the server lacked when it asked */
  | { kind: 'update'; update: Uint8Array; isAnswer: boolean }
  | { kind: 'presence'; entries: Uint8Array }
  | { kind: 'presence question' }
  | { kind: 'saved question'; number: number }
  | { kind: 'people question' }

/** Reads one frame; null where it is none, ends too early or has something behind its end. The answer shares its bytes. */
export function readFrame(bytes: Uint8Array): Frame | null {
  const decoder = decoding.createDecoder(bytes)
  try {
    const frame = readMessage(decoder)
    return decoding.hasContent(decoder) ? null : frame
  } catch {
    return null // lib0 throws at an end that comes too early: a refusal here
  }
}

function readMessage(decoder: decoding.Decoder): Frame | null {
  switch (decoding.readVarUint(decoder)) {
    case message.sync:
      return readSync(decoder)
    case message.presence:
      return { kind: 'presence', entries: decoding.readVarUint8Array(decoder) }
    case message.queryPresence:
      return { kind: 'presence question' }
    case message.saved:
      return { kind: 'saved question', number: decoding.readVarUint(decoder) }
    case message.people:
      return { kind: 'people question' }
    default:
      return null
  }
}

function readSync(decoder: decoding.Decoder): Frame | null {
  switch (decoding.readVarUint(decoder)) {
    case messageYjsSyncStep1:
      return { kind: 'question', vector: decoding.readVarUint8Array(decoder) }
    case messageYjsSyncStep2:
      return { kind: 'update', update: decoding.readVarUint8Array(decoder), isAnswer: true }
    case messageYjsUpdate:
      return { kind: 'update', update: decoding.readVarUint8Array(decoder), isAnswer: false }
    default:
      return null
  }
}

/** Asks the client for what it has beyond `vector`. */
export function questionFrame(vector: Uint8Array): Uint8Array {
  return syncFrame(messageYjsSyncStep1, vector)
}

/** A longer answer is not kept for the next who asks. */
const keptBytes = 262_144

let lastAnswer: { update: Uint8Array; frame: Uint8Array } | null = null

/** Answers a client's question. Where many ask at once they are given the same frame. Neither may change afterwards. */
export function answerFrame(update: Uint8Array): Uint8Array {
  if (lastAnswer?.update === update) return lastAnswer.frame
  const frame = syncFrame(messageYjsSyncStep2, update)
  lastAnswer = update.length <= keptBytes ? { update, frame } : null
  return frame
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(messageYjsUpdate, update)
}

export function presenceFrame(entries: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, message.presence)
    encoding.writeVarUint8Array(encoder, entries)
  })
}

export function savedFrame(number: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, message.saved)
    encoding.writeVarUint(encoder, number)
  })
}

/** Says that what the client sent is not taken, and why. */
export function deniedFrame(reason: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, message.auth)
    writePermissionDenied(encoder, reason)
  })
}

/** Says that something was said of people. */
export const peopleFrame = Uint8Array.of(message.people)

function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, message.sync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}
