import type { Named } from './initials-table.ts'
import { initialsIn, nameForm, plainInitials, type NameForm } from './name-form.ts'
import { bareName, folded } from './people.ts'
import type { NoteNames } from './roster-facts.ts'

/** All that the notes of one team say of one entry. */
export interface Listed {
  ref: string
  /** folded */
  team: string
  form: NameForm
  /** how often each spelling of name and team is used */
  names: Map<string, number>
  teams: Map<string, number>
  notes: Set<string>
  /** initials that notes give beside the name, in capitals */
  given: Set<string>
  handles: Set<string>
  lastSeen: string
}

/** One note of one team: whom it lists, and which initials it uses. */
export interface TeamNote {
  noteId: string
  listed: Listed[]
  labels: string[]
}

/** The entries of all notes by their `ref`, and the notes by team. */
export interface AllListed {
  entries: Map<string, Listed>
  notes: Map<string, TeamNote[]>
}

/** A team by what is the same for all its spellings. */
export function teamKey(team: string): string {
  return folded(team.trim())
}

export function refOf(team: string, key: string): string {
  return `${teamKey(team)}:${key}`
}

/** The teams in which a note's people are: '' where it names none. [P3] */
export function teamsOf(teams: readonly string[]): string[] {
  const named = teams.filter((team) => teamKey(team) !== '')
  return named.length > 0 ? named : ['']
}

/** Gathers what the notes list. [P1, P2] */
export function listEntries(notes: readonly NoteNames[]): AllListed {
  const all: AllListed = { entries: new Map(), notes: new Map() }
  for (const note of notes) {
    const labels = [...new Set(note.labels.flatMap((label) => initialsIn(label) ?? []))]
    for (const team of teamsOf(note.teams)) {
      const listed = new Set<Listed>()
      for (const named of [...note.participants.map(alone), ...note.rows]) {
        const entry = entryOf(all, team, named.name)
        if (!entry) continue
        listed.add(entry)
        count(entry.names, shownName(named.name))
        const initials = named.initials ?? /\((\p{Lu}\p{L}{1,3})\)/u.exec(named.name)?.[1] ?? ''
        if (named.initials !== null || initialsIn(initials) !== null) entry.given.add(plainInitials(initials))
        const handle = named.handle ?? /^@([\w-]+)$/.exec(named.name.trim())?.[1]
        if (handle !== undefined && handle !== null) entry.handles.add(handle)
      }
      for (const entry of listed) {
        count(entry.teams, team.trim())
        entry.notes.add(note.noteId)
        if (note.at > entry.lastSeen) entry.lastSeen = note.at
      }
      const key = teamKey(team)
      const ofTeam = all.notes.get(key) ?? []
      all.notes.set(key, ofTeam)
      ofTeam.push({ noteId: note.noteId, listed: [...listed], labels })
    }
  }
  for (const entry of all.entries.values()) entry.form = nameForm(mostUsed(entry.names)) ?? entry.form
  return all
}

function alone(name: string): Named {
  return { name, initials: null, handle: null }
}

function entryOf({ entries }: AllListed, team: string, name: string): Listed | null {
  const form = nameForm(name)
  if (!form) return null
  const ref = refOf(team, form.key)
  const known = entries.get(ref)
  if (known) return known
  const entry: Listed = {
    ref,
    team: teamKey(team),
    form,
    names: new Map(),
    teams: new Map(),
    notes: new Set(),
    given: new Set(),
    handles: new Set(),
    lastSeen: '',
  }
  entries.set(ref, entry)
  return entry
}

/** An entry as it is shown: without remarks in parentheses. */
function shownName(name: string): string {
  return bareName(name).normalize('NFC') || name.trim()
}

function count(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1)
}

/** The word that is used most; of several the one with the most accents, which somebody took the trouble to type. */
export function mostUsed(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort(([a, n], [b, m]) => m - n || accents(b) - accents(a) || (a < b ? -1 : 1))[0]?.[0] ?? ''
}

function accents(word: string): number {
  return word.length - word.replace(/[^ -~]/g, '').length
}
