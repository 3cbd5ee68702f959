import * as Y from 'yjs'
import type { NoteContent } from '../note/content.ts'
import { markAttributes, type Attributes, type DocMark, type DocNode } from '../schema/node.ts'
import { format, typesOf } from './layout.ts'

/**
 * Writes a note's first content, in one transaction. Only the server calls it, once per note: a history that is built
 * a second time would double the text for every client that holds the first one.
 *
 * @throws if the document already holds a note
 */
export function writeNote(doc: Y.Doc, content: NoteContent): void {
  const types = typesOf(doc)
  if (types.body.length > 0 || types.frontMatter.length > 0 || types.meta.size > 0) {
    throw new Error('writeNote: the document already holds a note')
  }
  doc.transact(() => {
    types.meta.set('format', format)
    for (const [name, value] of Object.entries(content.form)) types.meta.set(name, value)
    types.frontMatter.insert(0, content.frontMatter)
    types.body.insert(0, (content.body.content ?? []).map(elementOf))
  })
}

function elementOf(node: DocNode): Y.XmlElement {
  const element = new Y.XmlElement<Attributes>(node.type)
  for (const [name, value] of Object.entries(node.attrs ?? {})) if (value !== null) element.setAttribute(name, value)
  const children: (Y.XmlElement | Y.XmlText)[] = []
  let run: DocNode[] = []
  const endRun = () => {
    if (run.length > 0) children.push(textOf(run))
    run = []
  }
  for (const child of node.content ?? []) {
    if (child.type === 'text') run.push(child)
    else {
      endRun()
      children.push(elementOf(child))
    }
  }
  endRun()
  if (children.length > 0) element.insert(0, children)
  return element as Y.XmlElement
}

function textOf(run: readonly DocNode[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(
    run.map((node) => ({
      insert: node.text ?? '',
      attributes: Object.fromEntries((node.marks ?? []).map((mark) => [mark.type, formatOf(mark)])),
    })),
  )
  return text
}

/**
 * A mark with all its attributes, as y-tiptap writes it: it would write each mark of a text anew, at the first edit
 * there, that says less, and two people who did so at once would leave marks on words that had none. [D10]
 */
function formatOf(mark: DocMark): Attributes {
  const unset = (markAttributes[mark.type] ?? []).map((name) => [name, null] as const)
  return { ...Object.fromEntries(unset), ...mark.attrs }
}
