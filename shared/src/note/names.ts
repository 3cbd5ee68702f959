import { read } from '../front-matter/index.ts'
import { readInitialsTables, type NoteNames, type NotePeople } from '../meeting/index.ts'
import type { NoteContent } from './content.ts'
import { readingsOf } from './items.ts'

/** Whom a note lists: its participants, and the rows of its tables of initials. */
export function peopleOf({ frontMatter, body }: NoteContent): NotePeople {
  return { participants: read(frontMatter).participants, rows: readInitialsTables(body) }
}

/** What a note says of people: whom it lists, and how it names owners and speakers. */
export function namesOf(content: NoteContent): Omit<NoteNames, 'noteId' | 'at'> {
  const labels = readingsOf(content).flatMap((reading) => reading.owners.map(({ label }) => label))
  return { ...peopleOf(content), teams: read(content.frontMatter).teams, labels: [...new Set(labels)] }
}
