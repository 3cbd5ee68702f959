import * as Y from 'yjs'
import { relativePosition, typesOf } from '@minutebook/shared/doc'

/** Words that found no place: paragraphs, and where they stood. */
export interface KeptWords {
  paragraphs: string[]
  /** a relative position in the body, as JSON */
  near: unknown
}

/** Puts kept words back as paragraphs, below the nearest block that is left; at the end where none is. Gives their last text. */
export function putBack(doc: Y.Doc, { paragraphs, near }: KeptWords): Y.XmlText | null {
  const { body } = typesOf(doc)
  const relative = relativePosition(near)
  const place = relative && Y.createAbsolutePositionFromRelativePosition(relative, doc)
  const texts: Y.XmlText[] = []
  const made = paragraphs.map((words) => {
    const element = new Y.XmlElement('paragraph')
    const text = new Y.XmlText(words)
    texts.push(text)
    element.insert(0, [text])
    return element
  })
  body.insert(place?.type === body ? place.index : body.length, made)
  return texts.at(-1) ?? null
}
