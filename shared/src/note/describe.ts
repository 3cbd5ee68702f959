import { meetingDay, read, type FrontMatter } from '../front-matter/index.ts'
import { readOutline } from '../meeting/index.ts'
import type { NoteContent } from './content.ts'

/** The front matter as values. */
export function frontMatterOf(content: NoteContent): FrontMatter {
  return read(content.frontMatter)
}

/** What the note is called: its title, else its first heading, else words that say that it has none. */
export function titleOf(content: NoteContent): string {
  return frontMatterOf(content).title ?? readOutline(content.body)[0]?.text ?? 'Untitled note'
}

/** The name of the note's file: the day of the meeting, else its title, such as `2023-10-25.md`. */
export function fileName(content: NoteContent): string {
  const day = meetingDay(frontMatterOf(content).datetime)
  return `${day ?? slug(titleOf(content))}.md`
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
