import type * as Y from 'yjs'
import { longestSeconds, type AgendaMarks } from '../meeting/index.ts'
import { typesOf } from './layout.ts'

/** The keys of the live state of the meeting; some go on with the id of a point. */
export const agendaKeys = {
  discussed: 'discussed:',
  started: 'started:',
  spent: 'spent:',
  present: 'present',
  begun: 'begun',
} as const

const { discussed, started, spent, present, begun } = agendaKeys

/** What people did to the agenda, from the live state of the meeting. What others put there is checked. */
export function readAgendaMarks(doc: Y.Doc): AgendaMarks {
  const { meeting } = typesOf(doc)
  const marks = {
    discussed: new Map<string, string>(),
    started: new Map<string, string>(),
    spent: new Map<string, number>(),
    present: wordsIn(meeting.get(present)),
    begun: wordsIn(meeting.get(begun)),
  }
  for (const [key, value] of meeting.entries()) {
    if (typeof value === 'number' && key.startsWith(spent)) {
      if (value >= 0 && value <= longestSeconds) marks.spent.set(key.slice(spent.length), value)
    } else if (typeof value !== 'string') continue
    else if (key.startsWith(discussed)) marks.discussed.set(key.slice(discussed.length), value)
    else if (key.startsWith(started)) marks.started.set(key.slice(started.length), value)
  }
  return marks
}

function wordsIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** The Yjs clients of those who started a point last, by its id: who moved the meeting on. */
export function agendaMovers(doc: Y.Doc): Map<string, number> {
  const movers = new Map<string, number>()
  for (const [key, item] of typesOf(doc).meeting._map) {
    if (!item.deleted && key.startsWith(started)) movers.set(key.slice(started.length), item.id.client)
  }
  return movers
}
