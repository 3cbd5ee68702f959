import type { DocNode } from '../schema/node.ts'
import { paragraphParts } from './blank-paragraph.ts'
import { canonicalInline } from './verify.ts'

/** The canonical Markdown of inline content as it stands in a paragraph. Line breaks are `\n`. */
export function printInline(content: readonly DocNode[]): string {
  return paragraphParts(content)
    .map((part) => canonicalInline(part, 'paragraph'))
    .join('\n\n')
}
