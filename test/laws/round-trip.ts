import { Node } from '@tiptap/pm/model'
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap'
import { readBody, readNote, typesOf, writeNote } from '@minutebook/shared/doc'
import { meaningDiffers, parse, print, printVerified } from '@minutebook/shared/markdown'
import { schema } from '@minutebook/shared/schema'
import * as Y from 'yjs'

/**
 * What one text does not keep of the laws of exactness, or null: it comes back to the byte directly, through
 * ProseMirror, through a Yjs document written by us and by y-tiptap and sent as an update, and through the printer that
 * reads its own text.
 *
 * @throws if the schema refuses what was read
 */
export function roundTripFault(markdown: string): string | null {
  const { body, form } = parse(markdown)
  const node = Node.fromJSON(schema, body)
  node.check()
  const written = new Y.Doc()
  writeNote(written, { frontMatter: '', body, form })
  const read = readNote(sent(written))
  const bound = new Y.Doc()
  prosemirrorToYXmlFragment(node, typesOf(bound).body)

  const ways = {
    directly: print(body, form),
    'through ProseMirror': print(node.toJSON(), form),
    'through Yjs': print(read.body, read.form),
    'through y-tiptap': print(readBody(typesOf(sent(bound)).body), form),
    'read again': printVerified(body, form),
  }
  for (const [way, { text }] of Object.entries(ways)) {
    if (text !== markdown) return `${way} it is ${JSON.stringify(text)}`
  }
  return meaningDiffers(body, read.body)
}

function sent(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
