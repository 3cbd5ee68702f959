import * as Y from 'yjs'
import { removalsOf, type Removal } from '@minutebook/shared/doc'
import { sameText } from './place.ts'
import { isOf } from './written.ts'

/**
 * Lets an undo take paragraphs away although others wrote in them, where their words have a place to go to; the binding
 * would leave all of them. Returns how to end that. [N255]
 */
export function letGiveWay(undo: Y.UndoManager): () => void {
  const { deleteFilter } = undo
  undo.deleteFilter = (item) => deleteFilter(item) || givesWay(undo.doc, item)
  return () => {
    undo.deleteFilter = deleteFilter
  }
}

/**
 * Whether an undo or redo takes a paragraph away although others wrote in it: what this page made it of is back, so their
 * words have a place there.
 *
 * @param item the paragraph, while it is undone; its letters may be gone already
 */
function givesWay(doc: Y.Doc, { id, content }: Y.Item): boolean {
  const note = removalsOf(doc).findLast((each) => each.client === doc.clientID && isOf(id, each))
  if (!note || !(content instanceof Y.ContentType)) return false
  const back = note.gone.flatMap((gone) => textsIn(standingFor(doc, gone)))
  return textsIn(content.type).some((text) => sameText(copiedInto(text, note), back, 0) !== null)
}

/** The type that a deleted one is now, where it was brought back; null where it is still gone. */
function standingFor(doc: Y.Doc, id: Y.ID): Y.AbstractType<unknown> | null {
  let item: Y.Item | Y.GC = Y.getItem(doc.store, id)
  while (item instanceof Y.Item && item.redone) item = Y.getItem(doc.store, item.redone)
  return item instanceof Y.Item && !item.deleted && item.content instanceof Y.ContentType ? item.content.type : null
}

/** The texts of a type, whether they are deleted or not. */
function textsIn(type: Y.AbstractType<unknown> | null): Y.XmlText[] {
  if (type instanceof Y.XmlText) return [type]
  const found: Y.XmlText[] = []
  for (let item = type?._start ?? null; item; item = item.right) {
    if (item.content instanceof Y.ContentType) found.push(...textsIn(item.content.type))
  }
  return found
}

/** The letters that were in a text when it took the place of what the note tells of. */
function copiedInto(text: Y.XmlText, note: Removal): string {
  let letters = ''
  for (let item = text._start; item; item = item.right) {
    if (item.content instanceof Y.ContentString && isOf(item.id, note)) letters += item.content.str
  }
  return letters
}
