import type { NoteAgenda } from '../api/shapes.ts'
import { agendaState, isAgendaTitle, readAgenda, readOutline, sectionKind, type AgendaMarks } from '../meeting/index.ts'
import type { NoteContent } from './content.ts'

/** Lists show no more. */
const most = { points: 40, topics: 8, letters: 120 } as const

/** Headings that say nothing of what a meeting was about. */
const usual = /^(?:discussions?|notes|minutes|meeting notes|details|summary|links|references|announcements?)$/i

/** Where a meeting stands with its agenda, as lists of notes show it. */
export function agendaOf({ body }: NoteContent, marks: AgendaMarks): NoteAgenda {
  const points = agendaState(readAgenda(body), marks).slice(0, most.points)
  return {
    begun: marks.begun,
    points: points.map(({ id, text, minutes, state, since, spent }) => ({
      text: shortened(text),
      minutes,
      state,
      since,
      spent,
      discussed: (id !== null && state === 'discussed' ? marks.discussed.get(id) : null) ?? null,
    })),
  }
}

/** What a meeting is about: the points of its agenda, else the headings that say it. @param title of the note */
export function topicsOf({ body }: NoteContent, title: string): string[] {
  const points = readAgenda(body).map(({ text }) => text)
  const headings = readOutline(body).flatMap(({ text, level }) =>
    level > 1 && text !== title && !isAgendaTitle(text) && sectionKind(text) === null && !usual.test(text)
      ? [text]
      : [],
  )
  return (points.length > 0 ? points : headings).slice(0, most.topics).map(shortened)
}

function shortened(text: string): string {
  return text.length > most.letters ? `${text.slice(0, most.letters - 1).trimEnd()}…` : text
}
