import { meetingDay, read, type FrontMatter } from '../front-matter/index.ts'
import { readOutline } from '../meeting/index.ts'
import { textOf, type DocNode } from '../schema/node.ts'
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

/** All words of a note, a block a line, for searching. */
export function plainText(content: NoteContent): string {
  const { title, location, teams, tags, participants } = frontMatterOf(content)
  const header = [title ?? '', location ?? '', ...teams, ...tags, ...participants]
  return [...header, ...linesOf(content.body)].filter((line) => line !== '').join('\n')
}

function linesOf(node: DocNode): string[] {
  const children = node.content ?? []
  const isText = children.length === 0 || children.some((child) => child.text !== undefined)
  return isText ? [textOf(node)] : children.flatMap(linesOf)
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
