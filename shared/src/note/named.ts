import { meetingDay } from '../front-matter/index.ts'
import { readOutline } from '../meeting/index.ts'
import type { NoteContent } from './content.ts'
import { frontMatterOf } from './describe.ts'

/** What the name of a file says of its note. */
export interface NameOfFile {
  /** "YYYY-MM-DD" */
  day: string | null
  title: string | null
}

const ending = /\.(?:md|markdown|mdown|mkd|txt)$/i
/** A date with its year first, and a time of day behind it as ISO 8601 writes it. */
const date =
  /(?<![\p{L}\p{N}])((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?:T\d\d[-_:.]?\d\d(?:[-_:.]?\d\d)?Z?)?(?![\p{L}\p{N}])/gu
/** What steers a terminal or the direction of writing is no part of a title. */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu
const edges = /^[\s.,;:–—]+|[\s.,;:–—]+$/g
const emptyBrackets = /\(\s*\)|\[\s*\]/g

/** Reads the name of a file, with or without folders before it. [T13, T14] */
export function readFileName(name: string): NameOfFile {
  const words = (name.split(/[/\\]/).at(-1) ?? '').normalize('NFC').replace(unseen, '').replace(ending, '')
  const days = new Set(
    [...words.matchAll(date)].flatMap(([, year, , month, day]) => meetingDay(`${year}-${month}-${day}`) ?? []),
  )
  const [day = null] = days.size === 1 ? days : []
  const rest = day === null ? words : words.replace(date, ' ')
  const title = rest
    .replace(/[-_\s]+/g, ' ')
    .replace(emptyBrackets, ' ')
    .replace(/ +/g, ' ')
    .replace(edges, '')
  return { day, title: /[\p{L}\p{N}]/u.test(title) ? title : null }
}

/** A note that has, beside its file, what only the file's name says. [T12] */
export function nameNote(content: NoteContent, fileName: string): NoteContent {
  const { title, datetime, error } = frontMatterOf(content)
  if (error !== null) return content
  const named = readFileName(fileName)
  const form = { ...content.form }
  if (datetime === null && named.day !== null) form.nameDay = named.day
  if (title === null && readOutline(content.body).length === 0 && named.title !== null) form.nameTitle = named.title
  return { ...content, form }
}
