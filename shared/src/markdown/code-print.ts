import { attribute, textOf, type DocNode } from '../schema/node.ts'
import { isBlank } from './lines.ts'

/** The shortest fence of that character, three at least, that no line of `text` closes. */
export function fenceFor(text: string, character: '`' | '~'): string {
  let longest = 2
  for (const [, run = ''] of text.matchAll(/^ {0,3}(`{3,}|~{3,})/gm)) {
    if (run.startsWith(character)) longest = Math.max(longest, run.length)
  }
  return character.repeat(longest + 1)
}

/** The text of a block that holds its source, with `\n` line ends. */
export function literalText(node: DocNode): string {
  return textOf(node).replace(/\r\n?/g, '\n')
}

/** The lines of a code block: fenced, or indented where it was so and still can be. */
export function codeLines(node: DocNode, mayIndent: boolean): string[] {
  const text = literalText(node)
  const lines = text === '' ? [] : text.split('\n')
  const info = String(attribute(node, 'info') ?? '').replace(/\s*\n\s*/g, ' ')
  const written = attribute(node, 'fence')
  if (written === 'indent' && mayIndent && info === '' && canIndent(lines)) {
    return lines.map((line) => (line === '' ? '' : `    ${line}`))
  }
  const fence = fenceOf(typeof written === 'string' ? written : '', info, text)
  return [fence + info, ...lines, fence]
}

/** Indented code can neither begin nor end with a blank line. */
function canIndent(lines: readonly string[]): boolean {
  return !isBlank(lines[0] ?? '') && !isBlank(lines.at(-1) ?? '')
}

function fenceOf(written: string, info: string, text: string): string {
  const character = written.startsWith('~') || info.includes('`') ? '~' : '`'
  const shortest = fenceFor(text, character)
  const usable = written.startsWith(character) && written.length >= shortest.length
  return usable ? written : shortest
}
