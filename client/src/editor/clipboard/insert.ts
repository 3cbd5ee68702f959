import type { Schema } from '@tiptap/pm/model'
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { read } from '@minutebook/shared/front-matter'
import { parseBlocks } from '@minutebook/shared/markdown'
import type { DocNode } from '@minutebook/shared/schema'
import { splitText } from './split-text.ts'

/** Where blocks go: before or after the block of the note that holds a position. */
export interface Place {
  position: number
  side: 'before' | 'after'
}

/**
 * Puts Markdown files into the note as blocks, in their order, beside the block of the place; an empty paragraph there
 * gives way to them. Their front matter stays outside: of a file with a title only that comes along, as a heading, and
 * only into a note that is empty of text. Null where the files hold nothing.
 */
export function insertFiles(
  state: EditorState,
  texts: readonly string[],
  { position, side }: Place,
): Transaction | null {
  const isEmpty = state.doc.textContent.trim() === ''
  const blocks = texts.flatMap((text) => blocksOf(text, isEmpty)).map((block) => nodeOf(state.schema, block))
  if (blocks.length === 0) return null
  const $place = state.doc.resolve(Math.min(position, state.doc.content.size))
  const index = Math.min($place.index(0), state.doc.childCount - 1)
  const beside = state.doc.child(index)
  const before = $place.depth > 0 ? $place.before(1) : $place.posAtIndex(index, 0)
  const after = before + beside.nodeSize
  const gives = beside.type.name === 'paragraph' && beside.content.size === 0
  const from = gives || side === 'before' ? before : after
  const tr = state.tr.replaceWith(from, gives ? after : from, blocks)
  const end = from + blocks.reduce((size, block) => size + block.nodeSize, 0)
  return tr
    .setSelection(Selection.near(tr.doc.resolve(end), -1))
    .setMeta('paste', true)
    .scrollIntoView()
}

const nodeOf = (schema: Schema, block: DocNode) => schema.nodeFromJSON(block)

function blocksOf(file: string, withTitle: boolean): DocNode[] {
  const { body, header } = splitText(file)
  const blocks = body.trim() === '' ? [] : parseBlocks(body)
  const title = header !== null && withTitle ? read(header).title : null
  if (title === null || title === undefined || title === '') return blocks
  return [{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: title }] }, ...blocks]
}
