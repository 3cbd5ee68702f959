import { attribute, type DocNode } from '../schema/node.ts'

const rule = /^([-*_])[ \t]*(?:\1[ \t]*){2,}$/

/**
 * A leaf's lines, with the first changed where its container's marker would give it another meaning.
 *
 * @param prefix what stands before the first line
 */
export function guardLine(
  node: DocNode,
  parent: DocNode,
  above: DocNode | null,
  prefix: string,
  lines: readonly string[],
): readonly string[] {
  const [first = '', ...rest] = lines
  if (above || parent.type !== 'listItem') return lines
  if (isRuleTogether(prefix, first)) return [node.type === 'horizontalRule' ? '___' : `\\${first}`, ...rest]
  const isBox = attribute(parent, 'checked') === null && /^\[[ \txX]\](?=[ \t]|$)/.test(first)
  return isBox && node.type === 'paragraph' ? [`\\${first}`, ...rest] : lines
}

/** Whether bullets and what follows them make a rule: `- --`. */
function isRuleTogether(prefix: string, line: string): boolean {
  if (!/^[-*_ \t]+$/.test(line)) return false
  const whole = prefix + line
  for (let at = 0; at < prefix.length; at++)
    if (/[-*]/.test(prefix.charAt(at)) && rule.test(whole.slice(at))) return true
  return false
}
