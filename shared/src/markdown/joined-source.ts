import type { AttributeValue } from '../schema/node.ts'
import { storedLines } from './stored-lines.ts'

/**
 * The `src` of a paragraph that two became: the lines that either remembers, so that those which the joining leaves
 * alone are printed as they were. The line where they meet has another hash, and is written anew.
 *
 * A source that is remembered as a whole (`["u", …]`) fits no joined paragraph, and is left out. Where both remember
 * the same, as the halves of a split paragraph do, the whole does too. [M30]
 *
 * @param above the `src` of the first, as its node holds it
 * @param below the `src` of the second
 */
export function joinedSource(above: AttributeValue, below: AttributeValue): AttributeValue {
  if (above === below) return above
  const [first, second] = [lineEntries(above), lineEntries(below)]
  if (second.length === 0) return first.length === 0 ? null : above
  return JSON.stringify(['l', ...first, ...second])
}

function lineEntries(src: AttributeValue): string[] {
  const [kind, ...entries] = storedLines(src)
  return kind === 'l' ? entries : []
}
