import { getSchema, type JSONContent } from '@tiptap/core'
import { Image } from '@tiptap/extension-image'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { TableKit } from '@tiptap/extension-table'
import { MarkdownManager } from '@tiptap/markdown'
import { Node } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap'
import { defaultMarkdownParser, defaultMarkdownSerializer } from 'prosemirror-markdown'
import * as Y from 'yjs'
import { edit } from '../../laws/edits.ts'
import type { Codec, Held } from './codec.ts'

/** TipTap's own Markdown, with the nodes that a note needs, as its documentation sets it up. */
export function tiptap(): Codec {
  const extensions = [StarterKit, TaskList, TaskItem.configure({ nested: true }), TableKit, Image]
  const schema = getSchema(extensions)
  const manager = new MarkdownManager({ extensions })
  const write = (doc: Node): string => manager.serialize(doc.toJSON() satisfies JSONContent)
  return { name: '@tiptap/markdown', read: (text) => held(Node.fromJSON(schema, manager.parse(text)), write) }
}

/** ProseMirror's Markdown, with its default schema. */
export const prosemirrorMarkdown: Codec = {
  name: 'prosemirror-markdown',
  read: (text) => held(defaultMarkdownParser.parse(text), (doc) => defaultMarkdownSerializer.serialize(doc)),
}

function held(doc: Node, write: (doc: Node) => string): Held {
  return {
    write: () => write(doc),
    yjsBytes: () => {
      const shared = new Y.Doc()
      prosemirrorToYXmlFragment(doc, shared.getXmlFragment('body'))
      return Y.encodeStateAsUpdate(shared).length
    },
    edit(kind, random) {
      if (kind === 'field') return undefined
      const edited = edit(doc, kind, random)
      return edited && { text: write(edited.doc), excess: edited.excess }
    },
  }
}
