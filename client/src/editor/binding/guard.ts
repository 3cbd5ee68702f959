import type { Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'

/**
 * The name of the first element, attribute or mark in a shared text that the schema lacks, or null. The binding
 * deletes what it cannot build, for everybody; so a document that holds such a thing must not be bound.
 */
export function findUnknown(shared: Y.XmlFragment | Y.XmlElement | Y.XmlText, schema: Schema): string | null {
  if (shared instanceof Y.XmlText) return unknownMark(shared, schema)
  if (shared instanceof Y.XmlElement) {
    const type = schema.nodes[shared.nodeName]
    if (!type) return shared.nodeName
    const attribute = Object.keys(shared.getAttributes()).find((name) => !(name in (type.spec.attrs ?? {})))
    if (attribute !== undefined) return `${shared.nodeName} ${attribute}`
  }
  for (const child of shared.toArray()) {
    const found = child instanceof Y.XmlElement || child instanceof Y.XmlText ? findUnknown(child, schema) : null
    if (found !== null) return found
  }
  return null
}

function unknownMark(text: Y.XmlText, schema: Schema): string | null {
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentFormat)) continue
    const name = item.content.key.replace(/--.{8}$/, '') // overlapping marks of one type have a hash behind the name
    if (!schema.marks[name]) return name
  }
  return null
}

/**
 * Calls `stop` as soon as something unknown comes into `body`, before anybody who observes it learns of it.
 *
 * @returns a function that ends the watch
 */
export function watchForUnknown(body: Y.XmlFragment, schema: Schema, stop: (name: string) => void): () => void {
  const { doc } = body
  if (!doc) throw new Error('watchForUnknown: the body is not part of a document')
  const check = ({ changed }: Y.Transaction) => {
    for (const type of changed.keys()) {
      const isText = type instanceof Y.XmlFragment || type instanceof Y.XmlElement || type instanceof Y.XmlText
      const found = isText && isInside(type, body) ? findUnknown(type, schema) : null
      if (found !== null) return stop(found)
    }
    return undefined
  }
  doc.on('beforeObserverCalls', check)
  return () => doc.off('beforeObserverCalls', check)
}

function isInside(type: Y.XmlFragment | Y.XmlText, body: Y.XmlFragment): boolean {
  for (let at: unknown = type; at instanceof Y.AbstractType; at = at.parent) if (at === body) return true
  return false
}
