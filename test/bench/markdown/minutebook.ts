import { Node } from '@tiptap/pm/model'
import { writeNote } from '@minutebook/shared/doc'
import { applyEdits, setScalar } from '@minutebook/shared/front-matter'
import { readMarkdown, writeMarkdown, type NoteContent } from '@minutebook/shared/note'
import { schema } from '@minutebook/shared/schema'
import * as Y from 'yjs'
import { edit } from '../../laws/edits.ts'
import { beyond } from '../../laws/excess.ts'
import type { Codec, EditedFile } from './codec.ts'

/** Minutebook's own way: a file is read as the server reads it, and written as a download is, read again to be sure. */
export const minutebook: Codec = {
  name: 'Minutebook',
  read(text) {
    const content = readMarkdown(text)
    return {
      write: () => writeMarkdown(content).text,
      yjsBytes: () => {
        const doc = new Y.Doc()
        writeNote(doc, content)
        return Y.encodeStateAsUpdate(doc).length
      },
      edit(kind, random) {
        if (kind === 'field') return setField(content)
        const edited = edit(Node.fromJSON(schema, content.body), kind, random)
        return edited && { text: writeMarkdown({ ...content, body: edited.doc.toJSON() }).text, excess: edited.excess }
      },
    }
  },
}

/** Gives the note another title. */
function setField(content: NoteContent): EditedFile | null {
  if (content.form.open === undefined) return null
  const edits = setScalar(content.frontMatter, 'title', 'Another title')
  if (edits.length === 0) return null
  const frontMatter = applyEdits(content.frontMatter, edits)
  return { text: writeMarkdown({ ...content, frontMatter }).text, excess: beyond(1, 1) }
}
