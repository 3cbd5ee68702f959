import { nameParagraphs, readNote } from '@minutebook/shared/doc'
import { meetingDay } from '@minutebook/shared/front-matter'
import {
  carriedReadings,
  carriedTodos,
  frontMatterOf,
  intervalInWords,
  learnInterval,
  nextDay,
  nextInSeries,
  nextMeeting,
  readingsOf,
  unnamedTodos,
  type NoteContent,
} from '@minutebook/shared/note'
import type * as Y from 'yjs'
import type { SeriesNote } from '../ledger/ledger.ts'
import type { After } from '../reader/first-update.ts'
import { localTime } from './local-time.ts'
import { admit, noteNotFound, visible, type RouteParts } from './parts.ts'

/** When the next meeting is, as far as that is known. */
interface Plan {
  /** "YYYY-MM-DD" */
  day: string | null
  /** how often the series meets, in words */
  rhythm: string | null
}

/**
 * The Markdown of the next meeting after a note, and what else it takes from there. [A7]
 *
 * @throws Refusal note_not_found, no_access
 */
export async function nextNote(
  parts: RouteParts,
  from: string,
  { title, now }: { title?: string; now: Date },
): Promise<{ text: string; after: After }> {
  await admit(parts, from, 'view')
  const series = await seriesOfNote(parts, from)
  const make = (doc: Y.Doc) => {
    const content = readNote(doc)
    const today = localTime(now).slice(0, 10)
    const { day } = plan(content, series, today)
    return {
      text: nextMeeting(content, {
        today,
        ...(day === null ? {} : { day }),
        ...(title === undefined ? {} : { title }),
      }),
      after: { noteId: from, todos: carriedTodos(content) },
      lacksIds: unnamedTodos(content).length > 0,
    }
  }
  let made = await parts.rooms.read(from, make)
  if (made?.lacksIds) {
    made = await parts.rooms.change(from, (doc) => {
      const paths = unnamedTodos(readNote(doc)).map(({ path }) => path)
      nameParagraphs(doc, paths, parts.newId) // [A126]
      return make(doc)
    })
  }
  if (!made) throw noteNotFound(from)
  return made
}

/** What the next meeting after a note would be, and the one that there is. [A127] */
export async function planNext(parts: RouteParts, from: string, now: Date) {
  await admit(parts, from, 'view')
  const series = await seriesOfNote(parts, from)
  const planned = await parts.rooms.read(from, (doc) => {
    const content = readNote(doc)
    return {
      ...plan(content, series, localTime(now).slice(0, 10)),
      openTodos: carriedReadings(readingsOf(content)).filter(({ done }) => !done).length,
      own: meetingDay(frontMatterOf(content).datetime),
    }
  })
  if (!planned) throw noteNotFound(from)
  const { own, ...rest } = planned
  const later = series.filter(({ day, previous }) => previous === from || (own !== null && day !== null && day > own))
  const [first] = await visible(parts, later, ({ id }) => id)
  const made = later.findLast(({ previous }) => previous === from)
  const note = made && (await visible(parts, [made], ({ id }) => id)).length > 0 ? made : first
  return { ...rest, note: note ? { id: note.id, title: note.title, day: note.day, updatedAt: note.updatedAt } : null }
}

async function seriesOfNote({ ledger, indexer }: RouteParts, id: string): Promise<SeriesNote[]> {
  await indexer.settle(id)
  return ledger.series(id)
}

function plan(content: NoteContent, series: readonly SeriesNote[], today: string): Plan {
  const own = meetingDay(frontMatterOf(content).datetime)
  if (own === null) return { day: null, rhythm: null }
  const days = series.flatMap(({ day }) => (day !== null && day < own ? [day] : []))
  const interval = learnInterval([...days, own])
  if (!interval) return { day: nextDay(own, today), rhythm: null }
  return { day: nextInSeries(interval, own, today), rhythm: intervalInWords(interval) }
}
