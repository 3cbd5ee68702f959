import { meetingDay, read, type FrontMatter } from '../front-matter/index.ts'
import { readOutline } from '../meeting/index.ts'
import type { NoteContent } from './content.ts'

/** The front matter as values; its datetime is the day that the name of the file says, where it has none itself. */
export function frontMatterOf({ frontMatter, form }: NoteContent): FrontMatter {
  const values = read(frontMatter)
  return { ...values, datetime: values.datetime ?? form.nameDay ?? null }
}

/** What the note is called: by itself, else by the name of its file, else words that say that it has no title. */
export function titleOf(content: NoteContent): string {
  return ownTitle(content) ?? content.form.nameTitle ?? 'Untitled note'
}

/** The name of the note's file: the day of the meeting, else its title, such as `2023-10-25.md`. */
export function fileName(content: NoteContent): string {
  const day = meetingDay(frontMatterOf(content).datetime)
  const named = ownTitle(content) === null ? content.form.nameTitle : undefined
  if (day === null) return `${slug(titleOf(content))}.md`
  return `${day}${named === undefined ? '' : `-${named.replace(notInNames, '-')}`}.md`
}

/** Blanks, and what file systems keep for themselves. */
// oxlint-disable-next-line no-control-regex -- it is among that
const notInNames = /[\s\u0000-\u001f/\\:*?"<>|]+/g

function ownTitle(content: NoteContent): string | null {
  return frontMatterOf(content).title ?? readOutline(content.body)[0]?.text ?? null
}

function slug(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (
    plain
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'note'
  )
}
