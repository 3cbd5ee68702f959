import * as Y from 'yjs'
import type { FileForm, NoteContent } from '../note/content.ts'
import {
  markOrder,
  type Attributes,
  type AttributeValue,
  type DocMark,
  type DocNode,
  type Path,
} from '../schema/node.ts'
import { typesOf } from './layout.ts'

/** Reads a note from its Yjs document. Unlike y-tiptap's conversion it is a pure read: it writes and deletes nothing. */
export function readNote(doc: Y.Doc): NoteContent {
  const types = typesOf(doc)
  return { frontMatter: types.frontMatter.toString(), body: readBody(types.body), form: readForm(types.meta) }
}

/** The body as plain data, in the layout that y-tiptap writes. */
export function readBody(body: Y.XmlFragment): DocNode {
  return { type: 'doc', content: blocksOf(body) }
}

/** The format number that the document says it has; 0 while it holds nothing. */
export function formatOf(doc: Y.Doc): number {
  const value = typesOf(doc).meta.get('format')
  return typeof value === 'number' ? value : 0
}

/** The element that stands at `path` of what `readBody` gives, or `undefined`. */
export function elementAt(body: Y.XmlFragment, path: Path): Y.XmlElement | undefined {
  let parent: Y.XmlFragment = body
  let element: Y.XmlElement | undefined
  for (const index of path) {
    element = parent.toArray().filter((child) => child instanceof Y.XmlElement)[index]
    if (!element) return undefined
    parent = element
  }
  return element
}

/** A name for an element that stays the same for as long as the element lives: its Yjs id. */
export function elementKey(element: Y.XmlElement): string {
  const id = element._item?.id
  if (!id) throw new Error(`the element <${element.nodeName}> is not part of a document`)
  return `${id.client.toString(36)}-${id.clock.toString(36)}`
}

/**
 * The id of an item that has none of its own: it is named by the note and its paragraph.
 *
 * @param path of the paragraph; undefined where nothing stands there
 */
export function itemKey(doc: Y.Doc, noteId: string, path: Path): string | undefined {
  const element = elementAt(typesOf(doc).body, path)
  return element && `${noteId}.${elementKey(element)}`
}

function readForm(meta: Y.Map<string | number | boolean>): FileForm {
  const { format: _format, ...form } = meta.toJSON() as Record<string, never>
  return form
}

function blocksOf(parent: Y.XmlFragment): DocNode[] {
  const blocks: DocNode[] = []
  for (const child of parent.toArray()) if (child instanceof Y.XmlElement) blocks.push(nodeOf(child))
  return blocks
}

function nodeOf(element: Y.XmlElement): DocNode {
  const node: DocNode = { type: element.nodeName }
  const attrs = attributesOf(element.getAttributes())
  if (attrs) node.attrs = attrs
  const content: DocNode[] = []
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlElement) content.push(nodeOf(child))
    else if (child instanceof Y.XmlText) addText(content, child)
  }
  if (content.length > 0) node.content = content
  return node
}

function attributesOf(values: Record<string, AttributeValue | undefined>): Attributes | undefined {
  const set = Object.entries(values).filter((entry): entry is [string, AttributeValue] => entry[1] != null)
  return set.length > 0 ? Object.fromEntries(set) : undefined
}

interface Delta {
  insert: unknown
  attributes?: Record<string, Record<string, AttributeValue> | null>
}

function addText(content: DocNode[], text: Y.XmlText): void {
  for (const { insert, attributes } of text.toDelta() as Delta[]) {
    if (typeof insert !== 'string') continue
    const marks = attributes ? marksOf(attributes) : []
    const above = content.at(-1)
    // what was deleted between two texts of one kind can part them still, and not in every copy
    if (above?.type === 'text' && haveSameMarks(above.marks ?? [], marks)) above.text += insert
    else content.push(marks.length > 0 ? { type: 'text', text: insert, marks } : { type: 'text', text: insert })
  }
}

function haveSameMarks(a: readonly DocMark[], b: readonly DocMark[]): boolean {
  return a.length === b.length && (a.length === 0 || JSON.stringify(a) === JSON.stringify(b))
}

const rank = new Map<string, number>(markOrder.map((name, index) => [name, index]))

function marksOf(formats: NonNullable<Delta['attributes']>): DocMark[] {
  const marks: DocMark[] = []
  for (const [name, values] of Object.entries(formats)) {
    if (values === null) continue
    const type = name.replace(/--.{8}$/, '') // y-tiptap stores overlapping marks of one type under a hashed name
    const attrs = attributesOf(values)
    marks.push(attrs ? { type, attrs } : { type })
  }
  return marks.sort((a, b) => (rank.get(a.type) ?? markOrder.length) - (rank.get(b.type) ?? markOrder.length))
}
