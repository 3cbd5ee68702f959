import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model'
import { parseBlocks, print, printInline } from '@minutebook/shared/markdown'
import { plain } from '../document.ts'
import { literalSlice } from './paste.ts'

export { splitText } from './split-text.ts'

/** Pasted Markdown as blocks. Its first and last paragraphs join the lines that it is pasted into. */
export function markdownSlice(schema: Schema, text: string): Slice {
  if (text === '') return Slice.empty
  const blocks = parseBlocks(text.replaceAll(/\r\n?/g, '\n')).map((block) => schema.nodeFromJSON(block))
  const first = blocks[0]
  const last = blocks.at(-1)
  if (!first || !last) return literalSlice(schema, text)
  return new Slice(Fragment.fromArray(blocks), joins(first) ? 1 : 0, joins(last) ? 1 : 0)
}

const joins = (block: Node) => block.type.name === 'paragraph'

/** What is copied, as Markdown. Words from within one block are words, not a block. */
export function sliceToMarkdown(slice: Slice): string {
  const words = wordsOf(slice)
  if (words) return words.type.spec.code ? words.textContent : printInline(words.children.map(plain))
  const body = { type: 'doc', content: liftCut(slice).content.map(plain) }
  return print(body, {}).text.replace(/^\n+|\n+$/g, '')
}

/** The blocks of a slice, without the items that only stand around its first words because these are deeper in a list. */
function liftCut({ content, openStart }: Slice): Fragment {
  const first = content.firstChild
  if (!first || openStart < 3 || !isList(first)) return content
  const items = liftItems(first, openStart)
  return items ? content.replaceChild(0, items) : content
}

/** The list with the items of the inner list in place of the first item, where that was cut off its own words. */
function liftItems(list: Node, openStart: number): Node | null {
  const inner = list.firstChild?.firstChild
  if (!inner || !isList(inner) || openStart < 3) return null
  const lifted = liftItems(inner, openStart - 2) ?? inner
  const rest = list.children.slice(1)
  return lifted.copy(lifted.content.append(Fragment.fromArray(rest)))
}

const isList = (node: Node) => node.type.spec.group?.includes('list') === true

/** The text block that all of the slice comes from, or null. */
function wordsOf({ content, openStart, openEnd }: Slice): Node | null {
  let depth = 0
  let fragment: Fragment = content
  for (;;) {
    const only = fragment.childCount === 1 ? fragment.child(0) : null
    if (!only || depth >= openStart || depth >= openEnd) return null
    if (only.isTextblock) return only
    fragment = only.content
    depth += 1
  }
}
