import { globSync, readFileSync } from 'node:fs'
import { split } from '@minutebook/shared/front-matter'

/** A folder of notes to measure with, from the environment; tests that need it are skipped where it is not set. */
export const corpusFolder = process.env['MINUTEBOOK_CORPUS']

/** Added to a test's name so that a skipped one says why. */
export const corpusName = corpusFolder
  ? `over ${corpusFolder}`
  : '(skipped: MINUTEBOOK_CORPUS names no folder of notes)'

/** The notes below `folder`. */
export function notesIn(folder: string): { name: string; text: string }[] {
  return globSync('**/*.md', { cwd: folder }).map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))
}

/** A note's text without byte-order mark and front matter: what the Markdown reader is given. */
export function bodyOf(text: string): string {
  const unmarked = text.replace(/^\uFEFF/, '')
  return split(unmarked)?.rest ?? unmarked
}
