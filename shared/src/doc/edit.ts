import type * as Y from 'yjs'
import { mend, narrowEdits, type TextEdit } from '../front-matter/index.ts'
import { typesOf } from './layout.ts'

/** More than any merge needs; should two mends ever undo each other, it ends. */
const maxMends = 50

/**
 * Makes edits of the front matter as it is now, each as narrow as it can be: what others type meanwhile merges.
 *
 * @param make the edits of the YAML it is given, ascending, not overlapping
 */
export function editFrontMatter(doc: Y.Doc, make: (yaml: string) => TextEdit[], origin?: unknown): void {
  const { frontMatter } = typesOf(doc)
  const yaml = frontMatter.toString()
  const edits = narrowEdits(yaml, make(yaml))
  if (edits.length > 0) editText(frontMatter, edits, origin)
}

/** Makes the front matter whole after what several people did to it at the same time; nothing where it is whole. */
export function mendFrontMatter(doc: Y.Doc, origin?: unknown): void {
  const { frontMatter } = typesOf(doc)
  for (let rounds = 0, before = null; rounds < maxMends && before !== frontMatter.toString(); rounds += 1) {
    before = frontMatter.toString()
    editFrontMatter(doc, mend, origin)
  }
}

/**
 * Makes edits in a text, in one transaction with `origin`.
 *
 * @param edits offsets in the text as it is now, ascending, not overlapping
 */
function editText(text: Y.Text, edits: readonly TextEdit[], origin?: unknown): void {
  const make = () => {
    for (const { from, to, insert } of edits.toReversed()) {
      if (to > from) text.delete(from, to - from)
      if (insert !== '') text.insert(from, insert)
    }
  }
  if (text.doc) text.doc.transact(make, origin)
  else throw new Error('editText: the text is not part of a document')
}
