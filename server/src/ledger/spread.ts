import { readNote, tick } from '@minutebook/shared/doc'
import { readingsOf } from '@minutebook/shared/note'
import type * as Y from 'yjs'
import type { Clock } from '../clock.ts'
import type { Log } from '../observe/log.ts'
import type { Rooms } from '../sync/rooms.ts'
import type { Ledger } from './ledger.ts'
import type { AwaitedState } from './states.ts'

/** Brings the state of a TODO to the other notes that have it. */
export interface Spread {
  /**
   * Brings every state that a note awaits. Resolves with the notes that have theirs now, and whether some could not be
   * changed. Between it and an indexing of those notes nothing may come: whoever calls it does one after the other.
   */
  (): Promise<{ notes: string[]; isWhole: boolean }>
}

export interface SpreadParts {
  rooms: Pick<Rooms, 'change'>
  ledger: Pick<Ledger, 'awaited' | 'reached'>
  clock: Pick<Clock, 'now'>
  log: Log
}

export function createSpread({ rooms, ledger, clock, log }: SpreadParts): Spread {
  return async () => {
    const notes: string[] = []
    let isWhole = true
    for (const [noteId, states] of byNote(await ledger.awaited())) {
      const at = clock.now().toISOString()
      try {
        await rooms.change(noteId, (doc) => bring(doc, states, at))
      } catch (error) {
        log.error('a TODO that is done elsewhere could not be ticked', { noteId, err: error })
        isWhole = false // it is awaited still
        continue
      }
      await ledger.reached(states)
      notes.push(noteId)
    }
    return { notes, isWhole }
  }
}

/** A TODO that is in its state already, or has left the note, needs nothing. */
function bring(doc: Y.Doc, states: readonly AwaitedState[], at: string): void {
  const readings = readingsOf(readNote(doc))
  for (const { id, done } of states) {
    const reading = readings.find((each) => each.kind === 'todo' && each.id === id)
    if (reading && reading.done !== done) tick(doc, reading, done, at)
  }
}

function byNote(states: readonly AwaitedState[]): Map<string, AwaitedState[]> {
  const notes = new Map<string, AwaitedState[]>()
  for (const state of states) notes.set(state.noteId, [...(notes.get(state.noteId) ?? []), state])
  return notes
}
