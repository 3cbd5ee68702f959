import { readDue } from './due.ts'
import {
  labelsAddressed,
  labelsAsked,
  labelsBefore,
  labelsBehind,
  labelsEnclosed,
  mentionsBefore,
  skipBlanks,
  type Labelled,
} from './labels.ts'
import { readMarker } from './markers.ts'
import type { Known, Line, Place } from './reading.ts'
import { isPointsLead, sectionKind } from './section.ts'
import { isAgreedLead, isAgreement, isStatement, isTask, isUnfilled, leadsOver } from './statement.ts'

/**
 * What one line is, from its words and its place; null where it is text. `text` is that of the whole paragraph,
 * continuation lines included; `day` is the meeting's ("YYYY-MM-DD") or null. Without the participants of the note,
 * names outside of sections for TODOs are nobody for certain.
 */
export function readLine(text: string, place: Place, day: string | null, known: Known = {}): Line | null {
  const from = skipBlanks(text, 0)
  if (from === text.length) return null
  const line =
    readMarker(text, from, isForTodos(place) ? 'named' : 'owner', known) ??
    readWrittenBox(text, from, place, known) ??
    readUnmarked(text, from, place, known)
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

/** A check box in the words of a line that is no task of a list: `[ ] @ann to send it`. */
function readWrittenBox(text: string, from: number, place: Place, known: Known): Found | null {
  if (text[from] !== '[' || place.box || place.points || place.section === 'attendance') return null
  const box = /^\[ ?\][ \t]+(?=\S)/.exec(text.slice(from, from + 8))?.[0]
  if (box === undefined) return null
  const to = from + box.length
  const task = { ...place, box: true }
  const owned = ownersOf(text, to, isForTodos(place), known) ?? askedOf(text, to, task, known)
  return { kind: 'todo', marker: { from, to }, ...owned }
}

type Found = Partial<Pick<Line, 'marker'>> & Pick<Line, 'kind' | 'owners' | 'textFrom' | 'lead'>

function readUnmarked(text: string, from: number, place: Place, known: Known): Found | null {
  const { section, points, lead, box, list } = place
  const listed = lead !== null && list === 'item'
  const forTodos = isForTodos(place)
  if (box && section !== 'attendance' && !points) {
    return { kind: 'todo', ...(ownersOf(text, from, forTodos, known) ?? askedOf(text, from, place, known)) }
  }
  const leadsTo = isAttendanceLead(text) ? 'attendance' : isPointsLead(text) ? 'points' : null
  if (leadsTo) return { kind: 'lead', lead: leadsTo, owners: [], textFrom: text.length }
  if (section === 'attendance') return null
  if (forTodos || lead?.kind === 'todo') {
    const owned =
      ownersOf(text, from, true, known) ?? (list === 'item' ? labelsAsked(text, from, 'named', known) : null)
    if (owned) return { kind: 'todo', ...owned }
  }
  if (listed && isUnfilled(text.slice(from))) return null
  if (listed && lead.kind === 'todo') return { kind: 'todo', ...askedOf(text, from, place, known) }
  if (listed && !box) return { kind: 'decision', ...unowned(from) }
  if (isAgreement(text, from)) return { kind: 'decision', ...unowned(from) }
  if (section !== 'todos' && isAgreedLead(text, from)) {
    return { kind: 'lead', lead: 'decision', owners: [], textFrom: text.length }
  }
  const speaker = forTodos ? null : (nameTagged(text, from) ?? labelsBefore(text, from, 'speaker', known))
  if (speaker) return { kind: 'speaker', ...speaker }
  if (list === 'detail' || section === 'other') return null
  if (section !== 'todos') return isStatement(text) ? { kind: 'decision', ...unowned(from) } : null
  return list === 'item' && isTask(text) ? { kind: 'todo', ...askedOf(text, from, place, known) } : null
}

function isForTodos({ section }: Place): boolean {
  return section === 'todos' || section === 'both'
}

function ownersOf(text: string, from: number, named: boolean, known: Known): Labelled | null {
  return (
    mentionsBefore(text, from) ??
    labelsBefore(text, from, named ? 'named' : 'owner', known) ??
    (named && text.startsWith('For ', from) ? labelsBefore(text, from + 4, 'named', known) : null) ??
    labelsAsked(text, from, 'speaker', known) ??
    labelsAddressed(text, from, 'owner', known) ??
    labelsEnclosed(text, from, known)
  )
}

/** The owners of what is a TODO by its place, where they stand neither before a colon nor in brackets in front. */
function askedOf(text: string, from: number, { box }: Place, known: Known): Labelled {
  return (
    (box ? labelsAsked(text, from, 'named', known, true) : null) ?? {
      owners: labelsBehind(text, from, known) ?? [],
      textFrom: from,
    }
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
  return text.length < 40 && leadsOver(text) && sectionKind(text) === 'attendance'
}
