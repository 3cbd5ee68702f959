import type { TeamNote } from './entries.ts'
import { mayHave } from './same-person.ts'
import type { Person } from './roster-facts.ts'

/** In how many of a team's notes somebody must be listed to be meant where they are not. */
const fewestNotes = 2

/**
 * The initials that mean somebody in a team also where the note does not list them, with the person's id: one person of
 * the team has them, and no note uses them while it lists only others who could have them. [P12]
 */
export function steadyInitials(notes: readonly TeamNote[], byRef: ReadonlyMap<string, Person>): Map<string, string> {
  const bearers = new Map<string, Set<string>>()
  const seen = new Map<string, Set<string>>()
  for (const note of notes) {
    for (const { ref } of note.listed) {
      const person = byRef.get(ref)
      if (!person) continue
      seen.set(person.id, (seen.get(person.id) ?? new Set()).add(note.noteId))
      for (const label of person.initials) bearers.set(label, (bearers.get(label) ?? new Set()).add(person.id))
    }
  }
  const steady = new Map<string, string>()
  for (const [label, people] of bearers) {
    const [id, second] = people
    if (id === undefined || second !== undefined || (seen.get(id)?.size ?? 0) < fewestNotes) continue
    const firsts = firstNamesOf(id, notes, byRef)
    const isContested = notes.some(({ listed, labels }) => {
      if (!labels.includes(label) || listed.some(({ ref }) => byRef.get(ref)?.id === id)) return false
      const others = listed.filter((entry) => mayHave(entry, label) && !hasInitials(byRef.get(entry.ref)))
      return others.length > 0 && !others.some(({ form }) => firsts.has(form.first))
    })
    if (!isContested) steady.set(label, id)
  }
  return steady
}

function hasInitials(person: Person | undefined): boolean {
  return person !== undefined && person.initials.length > 0
}

function firstNamesOf(id: string, notes: readonly TeamNote[], byRef: ReadonlyMap<string, Person>): Set<string> {
  const listed = notes.flatMap((note) => note.listed).filter(({ ref }) => byRef.get(ref)?.id === id)
  return new Set(listed.map(({ form }) => form.first).filter((first) => first !== ''))
}
