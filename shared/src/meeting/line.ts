import { readDue } from './due.ts'
import { labelsAsked, labelsBefore, mentionsBefore, skipBlanks, type Labelled } from './labels.ts'
import { readMarker } from './markers.ts'
import type { Known, Line, Place } from './reading.ts'
import { sectionKind } from './section.ts'
import { isStatement, isUnfilled } from './statement.ts'

/**
 * What one line is, from its words and its place; null where it is text. `text` is that of the whole paragraph,
 * continuation lines included; `day` is the meeting's ("YYYY-MM-DD") or null. Without the participants of the note,
 * names outside of sections for TODOs are nobody for certain.
 */
export function readLine(text: string, place: Place, day: string | null, known: Known = {}): Line | null {
  const from = skipBlanks(text, 0)
  if (from === text.length) return null
  const line =
    readMarker(text, from, isForTodos(place) ? 'named' : 'owner', known) ?? readUnmarked(text, from, place, known)
  if (!line) return null
  const complete: Line = { marker: null, due: null, ...line }
  if (line.kind === 'speaker' || line.kind === 'lead') return complete
  if (isUnfilled(text.slice(line.textFrom))) return leadOf(complete, place)
  return line.kind === 'todo' ? { ...complete, due: readDue(text, day, line.textFrom) } : complete
}

/** A line that holds nothing but labels or a marker speaks for the list below it. */
function leadOf(line: Line, place: Place): Line | null {
  const kind = line.kind === 'decision' ? 'decision' : 'todo'
  if (place.box || (line.owners.length === 0 && !line.marker)) return null
  return { ...line, kind: 'lead', lead: kind }
}

type Found = Pick<Line, 'kind' | 'owners' | 'textFrom' | 'lead'>

function readUnmarked(text: string, from: number, place: Place, known: Known): Found | null {
  const { section, lead, box, list } = place
  const listed = lead !== null && list === 'item'
  const forTodos = isForTodos(place)
  if (box && section !== 'attendance') {
    return { kind: 'todo', ...(ownersOf(text, from, forTodos, known) ?? unowned(from)) }
  }
  if (isAttendanceLead(text)) return { kind: 'lead', lead: 'attendance', owners: [], textFrom: text.length }
  if (section === 'attendance') return null
  if (forTodos || lead?.kind === 'todo') {
    const owned =
      ownersOf(text, from, true, known) ?? (list === 'item' ? labelsAsked(text, from, 'named', known) : null)
    if (owned) return { kind: 'todo', ...owned }
  }
  if (listed) return isUnfilled(text.slice(from)) ? null : { kind: lead.kind, ...unowned(from) }
  const speaker = forTodos ? null : (nameTagged(text, from) ?? labelsBefore(text, from, 'speaker', known))
  if (speaker) return { kind: 'speaker', ...speaker }
  if (list !== 'detail' && section !== 'other' && isStatement(text)) {
    if (section !== 'todos') return { kind: 'decision', ...unowned(from) }
    return list === 'item' ? { kind: 'todo', ...unowned(from) } : null
  }
  return null
}

function isForTodos({ section }: Place): boolean {
  return section === 'todos' || section === 'both'
}

function ownersOf(text: string, from: number, named: boolean, known: Known): Labelled | null {
  return (
    mentionsBefore(text, from) ??
    labelsBefore(text, from, named ? 'named' : 'owner', known) ??
    labelsAsked(text, from, 'speaker', known)
  )
}

/** A mention without a colon speaks to somebody; only HackMD's tag says who speaks. */
function nameTagged(text: string, from: number): Labelled | null {
  return text[from] === '[' ? mentionsBefore(text, from) : null
}

function unowned(from: number): Labelled {
  return { owners: [], textFrom: from }
}

/** "Attendees:" over a list is as good as a heading. */
function isAttendanceLead(text: string): boolean {
  return text.length < 40 && /[:：]\s*$/.test(text) && sectionKind(text) === 'attendance'
}
