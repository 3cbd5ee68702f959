import { attribute, textOf, type DocNode } from '../schema/node.ts'
import { isBlankParagraph } from './blank-paragraph.ts'
import { isLeaf, leafLines } from './block-print.ts'
import { hash } from './hash.ts'

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
  if (last.type === 'htmlBlock') return isClosedHtml(textOf(last))
  if (above.type === 'blockquote' && below.type === 'blockquote') return false
  if (isList(above) && isList(below)) return true
  switch (last.type) {
    case 'paragraph':
      return interruptsParagraph(below)
    case 'rawBlock':
      return ['paragraph', 'table', 'rawBlock'].includes(below.type) || interruptsParagraph(below)
    case 'table':
      return !['paragraph', 'table', 'rawBlock'].includes(below.type)
    case 'codeBlock':
      return attribute(last, 'fence') !== 'indent' || attribute(below, 'fence') !== 'indent'
    default:
      return true
  }
}

/** HTML that can begin right below a paragraph's line. */
const interruptingHtml =
  /^<(?:[!?]|\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul|script|pre|style|textarea)(?:[\s/>]|$))/i

function interruptsParagraph(below: DocNode): boolean {
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
      return interruptingHtml.test(textOf(below))
    default:
      return true
  }
}

/** Whether nothing follows a list's first marker on its line. */
function beginsEmpty(list: DocNode): boolean {
  const first = list.content?.[0]?.content?.[0]
  return first !== undefined && isBlankParagraph(first)
}

/** HTML with an end of its own, and whether the last line has it. All other HTML ends at a blank line. */
const endings: readonly { begins: RegExp; ends: RegExp }[] = [
  { begins: /^\s*<!--/, ends: /-->[^\n]*$/ },
  { begins: /^\s*<\?/, ends: /\?>[^\n]*$/ },
  { begins: /^\s*<!\[CDATA\[/, ends: /\]\]>[^\n]*$/ },
  { begins: /^\s*<![A-Za-z]/, ends: />[^\n]*$/ },
  { begins: /^\s*<(?:script|pre|style|textarea)[\s>]/i, ends: /<\/(?:script|pre|style|textarea)>[^\n]*$/i },
]

function isClosedHtml(text: string): boolean {
  return endings.find(({ begins }) => begins.test(text))?.ends.test(text) ?? false
}
