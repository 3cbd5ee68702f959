import * as Y from 'yjs'
import type { Attributes } from '@minutebook/shared/schema'
import type { Block } from './note-text.ts'

/** How the pages that are measured beside Minutebook keep a note in a Yjs document. */
export type Layout = 'tiptap' | 'blocknote'

/** The shared fragment that holds the text. */
export const fragmentOf = { minutebook: 'body', tiptap: 'default', blocknote: 'document-store' } as const

/** The note as the update that makes it. */
export function updateOf(blocks: readonly Block[], layout: Layout): Uint8Array {
  const doc = new Y.Doc()
  const content = layout === 'tiptap' ? tiptapBlocks(blocks) : [element('blockGroup', {}, blocks.map(blockNoteBlock))]
  doc.getXmlFragment(fragmentOf[layout]).insert(0, content)
  return Y.encodeStateAsUpdate(doc)
}

function tiptapBlocks(blocks: readonly Block[]): Y.XmlElement[] {
  return blocks.flatMap(({ kind, text }, index) => {
    if (kind === 'heading') return [element('heading', { level: 2 }, [new Y.XmlText(text)])]
    if (kind === 'paragraph') return [element('paragraph', {}, [new Y.XmlText(text)])]
    if (blocks[index - 1]?.kind === kind) return [] // it is in the list that began before it
    const rest = blocks.slice(index)
    const end = rest.findIndex((block) => block.kind !== kind)
    return [element(kind === 'item' ? 'bulletList' : 'taskList', {}, rest.slice(0, end).map(tiptapItem))]
  })
}

function tiptapItem({ kind, text }: Block): Y.XmlElement {
  const paragraph = element('paragraph', {}, [new Y.XmlText(text)])
  return kind === 'item' ? element('listItem', {}, [paragraph]) : element('taskItem', { checked: false }, [paragraph])
}

const blockNoteNames = {
  heading: 'heading',
  paragraph: 'paragraph',
  item: 'bulletListItem',
  task: 'checkListItem',
} as const

function blockNoteBlock({ kind, text }: Block, index: number): Y.XmlElement {
  const attributes: Attributes = kind === 'heading' ? { level: 2 } : kind === 'task' ? { checked: false } : {}
  return element('blockContainer', { id: `block-${index}` }, [
    element(blockNoteNames[kind], attributes, [new Y.XmlText(text)]),
  ])
}

function element(name: string, attributes: Attributes, content: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement<Attributes>(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.insert(0, content)
  return made as Y.XmlElement
}
