import { tidyCode } from './code.ts'
import { tidyFlow } from './flow.ts'
import { tidyLists } from './lists.ts'
import { strip, stripAttributes } from './strip.ts'
import { tidyTables } from './tables.ts'
import { makeWordLists } from './word-lists.ts'

/**
 * Prepares pasted HTML for the schema: what other programs say in their own ways becomes plain lists, boxes, tables,
 * code and paragraphs; a line break element becomes a `\n`; blanks that the source only has for its looks become one.
 * Nothing in it is run or fetched, and no attribute comes through that the schema does not read.
 */
export function tidyHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const isOurs = page.querySelector('[data-pm-slice]') !== null
  if (!isOurs) makeWordLists(page)
  tidyLists(page)
  tidyCode(page)
  strip(page)
  if (!isOurs) {
    tidyTables(page)
    tidyFlow(page)
    page.body.normalize()
    collapseBlanks(page)
  }
  for (const line of page.querySelectorAll('br:not([data-hard])')) {
    const isLast = line.nextSibling === null && line.parentElement?.closest('pre') === null
    line.replaceWith(...(isLast || line.classList.contains('Apple-interchange-newline') ? [] : ['\n']))
  }
  stripAttributes(page)
  return page.body.innerHTML
}

function collapseBlanks(page: Document): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode
    if (!(text instanceof Text) || text.parentElement?.closest('pre, textarea')) continue
    const words = text.data.replaceAll(/[ \t\r\n\f]+/g, ' ')
    text.data = atBlockEdge(text, 'previousSibling') ? words.trimStart() : words
    if (atBlockEdge(text, 'nextSibling')) text.data = text.data.trimEnd()
  }
}

function atBlockEdge(text: Text, side: 'previousSibling' | 'nextSibling'): boolean {
  const neighbor = text[side]
  if (neighbor) return neighbor.nodeName === 'BR'
  return /^(?:p|div|li|td|th|h[1-6]|blockquote|body)$/i.test(text.parentElement?.nodeName ?? '')
}
