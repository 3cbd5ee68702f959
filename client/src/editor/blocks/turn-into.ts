import { Fragment, type Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { kindIn, type BlockKind } from './block-kind.ts'
import { keepCaret } from './keep-caret.ts'
import { makeBlocks } from './make-blocks.ts'
import { nodesIn, type BlockRange } from './range.ts'

/**
 * Turns blocks or items into another kind. Their words stay, and so do the ids of the lines that are still lines of text.
 * What has no words of its own, such as a table or a rule, stays as it is. Null where nothing would change.
 */
export function turnInto(state: EditorState, range: BlockRange, kind: BlockKind): Transaction | null {
  const nodes = nodesIn(state.doc, range)
  if (kindIn(state.doc, range) === kind) return null
  const made = makeBlocks(state.schema, nodes, kind)
  const $from = state.doc.resolve(range.from)
  const { parent } = $from
  const isOfItems = parent.type.isInGroup('list')
  const isSameList = isOfItems && made.length === 1 && made[0]?.type === parent.type
  const leaves = (isOfItems && !isSameList) || (kind === 'text' && parent.type.name === 'blockquote')
  const tr = state.tr
  if (isSameList) tr.replaceWith(range.from, range.to, made[0]?.content ?? Fragment.empty)
  else if (!leaves) tr.replaceWith(range.from, range.to, made)
  else {
    const above = parent.content.cut(0, range.from - $from.start())
    const below = parent.content.cut(range.to - $from.start())
    const parts = [above.size > 0 ? [parent.copy(above)] : [], made, below.size > 0 ? [parent.copy(below)] : []]
    tr.replaceWith($from.before(), $from.after(), joined(parts.flat()))
  }
  if (tr.doc.eq(state.doc)) return null
  return keepCaret(state, tr)
}

/** Lists that would be one in the file are one. */
function joined(nodes: readonly Node[]): Node[] {
  const made: Node[] = []
  for (const node of nodes) {
    const above = made.at(-1)
    const isSame =
      above?.type === node.type && node.type.isInGroup('list') && above.attrs['mark'] === node.attrs['mark']
    if (above && isSame) made[made.length - 1] = above.copy(above.content.append(node.content))
    else made.push(node)
  }
  return made
}
