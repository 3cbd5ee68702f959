import type { Node } from '@tiptap/pm/model'
import { nodeFinder } from '../document.ts'

/** The blocks of code of a note. */
export const codeIn = nodeFinder(({ type }) => type.name === 'codeBlock')

/** The language that a block of code says it is in, as it is written; empty where it says none. */
export function writtenLanguage(node: Node): string {
  const info: unknown = node.attrs['info']
  return typeof info === 'string' ? (/^\S*/.exec(info.trim())?.[0] ?? '') : ''
}

/** The words after the fence with another language, null for none. What else stands there stays. */
export function withLanguage(info: unknown, language: string): string | null {
  const rest = typeof info === 'string' ? info.trim().replace(/^\S*\s*/, '') : ''
  const words = [language, rest].filter((part) => part !== '').join(' ')
  return words === '' ? null : words
}
