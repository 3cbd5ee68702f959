import { attribute, textOf, type DocNode } from '../schema/node.ts'
import { isBlankParagraph } from './blank-paragraph.ts'
import { isLeaf, leafLines } from './block-print.ts'
import { hash } from './hash.ts'
import { htmlEnd, interruptsParagraph } from './html.ts'

/** Whether a node is a list. */
export function isList(node: DocNode): boolean {
  return node.type === 'bulletList' || node.type === 'orderedList'
}

/**
 * Blank lines before a block that remembers nothing else.
 *
 * @param loose whether the innermost list around the two is loose
 */
export function usualGap(above: DocNode, below: DocNode, parent: DocNode, loose: boolean): number {
  if (isList(parent)) return loose ? 1 : 0
  const sublist = parent.type === 'listItem' && isList(below)
  return sublist && !loose && mayTouch(above, below) ? 0 : 1
}

function lastLeaf(node: DocNode): DocNode {
  const last = node.content?.at(-1)
  return isLeaf(node) || !last ? node : lastLeaf(last)
}

function firstLeaf(node: DocNode): DocNode {
  const first = node.content?.[0]
  return isLeaf(node) || !first ? node : firstLeaf(first)
}

/** Names a pair of neighbors by the lines that meet: it is another name as soon as one of them changes. */
export function pairKey(above: DocNode, below: DocNode): string {
  const [first = '', second = ''] = leafLines(firstLeaf(below))
  return hash(`${leafLines(lastLeaf(above)).at(-1) ?? ''}\n${first}\n${second}`)
}

/** Whether `below` can follow `above` without a blank line and both stay what they are, whatever their words. */
export function mayTouch(above: DocNode, below: DocNode): boolean {
  const last = lastLeaf(above)
  if (last.type === 'htmlBlock') return htmlEnd(textOf(last)) === 'itself'
  if (above.type === 'blockquote' && below.type === 'blockquote') return false
  if (isList(above) && isList(below)) return true
  switch (last.type) {
    case 'paragraph':
      return mayFollowText(below)
    case 'rawBlock':
      return ['paragraph', 'table', 'rawBlock'].includes(below.type) || mayFollowText(below)
    case 'table':
      return !['paragraph', 'table', 'rawBlock'].includes(below.type)
    case 'codeBlock':
      return attribute(last, 'fence') !== 'indent' || attribute(below, 'fence') !== 'indent'
    default:
      return true
  }
}

function mayFollowText(below: DocNode): boolean {
  switch (below.type) {
    case 'paragraph':
    case 'table':
    case 'rawBlock':
      return false
    case 'heading':
      return attribute(below, 'setext') === null
    case 'codeBlock':
      return attribute(below, 'fence') !== 'indent'
    case 'horizontalRule':
      return !/^-+$/.test(String(attribute(below, 'raw') ?? '---'))
    case 'bulletList':
      return !beginsEmpty(below)
    case 'orderedList':
      return !beginsEmpty(below) && (attribute(below.content?.[0] ?? below, 'n') ?? '1') === '1'
    case 'htmlBlock':
      return interruptsParagraph(textOf(below))
    default:
      return true
  }
}

/** Whether nothing follows a list's first marker on its line. */
function beginsEmpty(list: DocNode): boolean {
  const first = list.content?.[0]?.content?.[0]
  return first !== undefined && isBlankParagraph(first)
}
