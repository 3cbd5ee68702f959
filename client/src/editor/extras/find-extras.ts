import { remembered } from '@minutebook/shared/schema'
import type { Node } from '@tiptap/pm/model'
import { findFences } from './containers.ts'
import { isContents } from './contents.ts'
import { findDefinitions } from './definitions.ts'
import { isDiagram } from './diagram.ts'
import type { Extra } from './extra.ts'
import { findInline } from './inline.ts'
import { findMath } from './math.ts'

/** A text block that holds extras. */
export interface FoundBlock {
  node: Node
  /** from before the outermost block to before this one */
  offset: number
  extras: readonly Extra[]
  /** the headings of the note are to stand in it */
  isContents: boolean
  /** it is the source of a diagram */
  isDiagram: boolean
}

/** The text blocks with extras of an outermost block of the note, itself included. A block that did not change is not read again. */
export const findExtras = remembered((outermost: Node): readonly FoundBlock[] => {
  const found: FoundBlock[] = []
  const walk = (node: Node, offset: number) => {
    if (node.isTextblock) {
      const block = readBlock(node, offset)
      if (block.extras.length > 0 || block.isContents || block.isDiagram) found.push(block)
    } else node.forEach((child, start) => walk(child, offset + 1 + start))
  }
  walk(outermost, 0)
  return found
})

function readBlock(node: Node, offset: number): FoundBlock {
  const isCode = node.type.spec.code === true
  const isParagraph = node.type.name === 'paragraph'
  const extras = [
    ...(isParagraph ? [...findFences(node), ...findDefinitions(node)] : []),
    ...(isCode ? [] : [...findInline(node), ...findMath(node)]),
  ]
  return { node, offset, extras, isContents: isContents(node), isDiagram: isDiagram(node) }
}
