import type { Note } from '../api/shapes.ts'

/** Whether the day of a note is the one that the name of its file says. [T12] */
export function hasDayOfName({ datetime, frontMatter }: Pick<Note, 'datetime' | 'frontMatter'>): boolean {
  const written = frontMatter['datetime']
  return datetime !== null && (written === undefined || written === null || written === '')
}
