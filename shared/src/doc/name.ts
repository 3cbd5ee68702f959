import type * as Y from 'yjs'
import type { AttributeValue, Path } from '../schema/node.ts'
import { typesOf } from './layout.ts'
import { elementAt } from './read.ts'

/**
 * Gives ids to paragraphs, in one transaction. No byte of the Markdown changes.
 *
 * @throws if nothing stands at one of the paths
 */
export function nameParagraphs(doc: Y.Doc, paths: readonly Path[], newId: () => string): void {
  const { body } = typesOf(doc)
  doc.transact(() => {
    for (const path of paths) {
      const element = elementAt(body, path)
      if (!element) throw new Error(`no element at ${path.join('.')}`)
      const attributes = element as unknown as Y.XmlElement<Record<string, AttributeValue>>
      attributes.setAttribute('id', newId())
    }
  })
}
