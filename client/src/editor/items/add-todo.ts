import type { Node, Schema } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { parseBlocks } from '@minutebook/shared/markdown'
import { sectionKind, sectionLevel, type OutlineEntry } from '@minutebook/shared/meeting'
import { positionAt } from '../document.ts'
import { nodeType } from '../node-types.ts'
import { itemsOf } from './items.ts'

/** Blocks that hold the new TODO, and where they would go. */
interface Way {
  at: number
  blocks: Node | readonly Node[]
}

const sectionTitle = 'TODOs'
/** The level of a section in a note that has no headings. */
const usualLevel = 2

/** Writes an open TODO with a box into the note. [N251] @param words Markdown of one line [N252] */
export function addTodo(state: EditorState, words: string): Transaction {
  const item = itemOf(state.schema, words)
  const section = sectionOf(state)
  const ways = section ? waysInto(state, section, item) : newSection(state, item)
  const [first] = ways
  return insertion(state, ways.find((way) => isReadAsWritten(state, way)) ?? first)
}

function insertion(state: EditorState, { at, blocks }: Way): Transaction {
  return state.tr.insert(at, blocks)
}

/** Whether the TODO would be one there, of nobody whom its own words do not name. */
function isReadAsWritten(state: EditorState, way: Way): boolean {
  const after = itemsOf(state.applyTransaction(insertion(state, way)).state)
  const added = after.placed.find(({ at }) => at > way.at)?.reading
  return added?.kind === 'todo' && !added.done && (added.ownersFrom === 'line' || added.owners.length === 0)
}

function itemOf(schema: Schema, words: string): Node {
  const content = inlineOf(schema, words) ?? schema.text(words)
  return nodeType(schema, 'listItem').create({ checked: false }, nodeType(schema, 'paragraph').create(null, content))
}

/** @param mark its bullet: two lists with one bullet would be one */
function listOf(item: Node, mark: '*' | null): Node {
  return nodeType(item.type.schema, 'bulletList').create({ mark }, item)
}

/** The words as Markdown; null where they would be another block than a line. */
function inlineOf(schema: Schema, words: string): Node['content'] | null {
  const [block, ...others] = parseBlocks(`- [ ] ${words}`).map((each) => schema.nodeFromJSON(each))
  const item = block?.firstChild
  const line = item?.firstChild
  const isLine =
    others.length === 0 && block?.childCount === 1 && item?.childCount === 1 && item.attrs['checked'] === false
  return isLine && line?.type.name === 'paragraph' && line.content.size > 0 ? line.content : null
}

/** The top-level blocks of a section, its heading first; `own` ends those that stand below no heading deeper in it. */
interface Section {
  from: number
  own: number
  to: number
}

function sectionOf(state: EditorState): Section | null {
  const { outline } = itemsOf(state)
  const at = outline.findLastIndex(({ text }) => ['todos', 'both'].includes(sectionKind(text) ?? ''))
  const heading = outline[at]
  if (!heading) return null
  const later = outline.slice(at + 1)
  const end = (entry: OutlineEntry | undefined) => entry?.path[0] ?? state.doc.childCount
  return { from: end(heading), own: end(later[0]), to: end(later.find(({ level }) => level <= heading.level)) }
}

/** Below the last TODO of the section, else below what stands in it. */
function waysInto(state: EditorState, { from, own, to }: Section, item: Node): [Way, ...Way[]] {
  const last = itemsOf(state).readings.findLast(
    ({ kind, path: [index = 0] }) => kind === 'todo' && from < index && index < to,
  )
  const index = last?.last[0] ?? lastWritten(state.doc, from, own)
  const beside = state.doc.child(index)
  const below = { at: endOf(state.doc, index), blocks: listOf(item, beside.attrs['mark'] === '*' ? null : '*') }
  if (!isList(beside)) return [{ ...below, blocks: listOf(item, null) }]
  const inside = last?.path[0] === index ? last.path[1] : undefined
  return [{ at: endOf(state.doc, index, inside ?? beside.childCount - 1), blocks: item }, below]
}

/** At the end of the note. */
function newSection(state: EditorState, item: Node): [Way] {
  const { doc, schema } = state
  const { outline } = itemsOf(state)
  const level = outline.length > 0 ? sectionLevel(outline) : usualLevel
  const heading = nodeType(schema, 'heading').create({ level }, schema.text(sectionTitle))
  const last = lastWritten(doc, 0, doc.childCount)
  return [{ at: isEmptyLine(doc.child(last)) ? 0 : endOf(doc, last), blocks: [heading, listOf(item, null)] }]
}

/** The last block before `to` that holds something, at least the one at `from`. */
function lastWritten(doc: Node, from: number, to: number): number {
  let index = to - 1
  while (index > from && isEmptyLine(doc.child(index))) index -= 1
  return index
}

function endOf(doc: Node, ...path: number[]): number {
  const at = positionAt(doc, path) ?? 0
  return at + (doc.nodeAt(at)?.nodeSize ?? 0)
}

const isList = ({ type }: Node) => type.isInGroup('list')
const isEmptyLine = ({ type, content }: Node) => type.name === 'paragraph' && content.size === 0
