import { Fragment, type Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { closeStep } from '../clipboard/step.ts'
import { firstOfTwo } from '../local.ts'
import { isOccupied } from '../remote/carets.ts'
import { joinAround } from './join-lists.ts'
import { holdsBlocks, type BlockRange } from './range.ts'

/**
 * What a move does to the shared document, which cannot move anything: `cut` goes and stands anew at `paste`. The blocks
 * that move stay, and those that they pass go round them, where somebody else writes in the former.
 */
interface Plan {
  cut: BlockRange
  paste: number
  content: Fragment
}

/**
 * Moves blocks or items to another place between blocks, as one step of undo, with the selection if that is in them.
 *
 * @param target a position between blocks; where `range` holds items, also one between items
 * @returns false where nothing can move there
 */
export function moveNodes(view: EditorView, range: BlockRange, target: number): boolean {
  const plan = planMove(view.state, range, target)
  const shared: { doc: { transact: (edit: () => void, origin: unknown) => void } } | undefined =
    ySyncPluginKey.getState(view.state)
  if (!plan || !shared) return false
  closeStep(view.state)
  // two edits in one transaction: the binding would take one edit for new words in the old blocks
  shared.doc.transact(() => {
    const { anchor, head } = view.state.selection
    const isMine = plan.cut.from === range.from
    const at = plan.paste <= plan.cut.from ? plan.paste : plan.paste - (plan.cut.to - plan.cut.from)
    const shift = isMine ? at + (plan.content.size - (range.to - range.from)) / 2 - range.from : null
    const inside = range.from < Math.min(anchor, head) && Math.max(anchor, head) < range.to
    view.dispatch(firstOfTwo(view.state.tr.delete(plan.cut.from, plan.cut.to)))
    const tr = view.state.tr.insert(at, plan.content)
    if (inside && shift !== null && view.state.selection instanceof TextSelection)
      tr.setSelection(TextSelection.between(tr.doc.resolve(anchor + shift), tr.doc.resolve(head + shift)))
    joinAround(tr, tr.mapping.map(plan.cut.from))
    view.dispatch(inside ? tr.scrollIntoView() : tr)
  }, ySyncPluginKey)
  return true
}

/** Whether something would change by the move, and how; null where it cannot be made. */
export function planMove(state: EditorState, range: BlockRange, target: number): Plan | null {
  const { doc } = state
  const { content: nodes, openStart, openEnd } = doc.slice(range.from, range.to)
  if (openStart > 0 || openEnd > 0) return null // no whole blocks
  const isOfItems = nodes.firstChild?.type.name === 'listItem'
  if (nodes.childCount === 0 || (range.from <= target && target <= range.to)) return null
  const $target = doc.resolve(target)
  const inList = $target.parent.type.isInGroup('list')
  if (inList ? !isOfItems : !holdsBlocks($target.parent)) return null
  const $from = doc.resolve(range.from)
  if ($from.parent === $target.parent) return besideOthers(state, range, target, nodes)
  const content = isOfItems && !inList ? Fragment.from($from.parent.copy(nodes)) : nodes
  const cut = withEmptied(doc, range)
  if (cut.to - cut.from === doc.content.size || (cut.from <= target && target <= cut.to)) return null
  return { cut, paste: target, content }
}

/** Among siblings either side can go round the other: the smaller one does, and never one that others are in. */
function besideOthers(state: EditorState, range: BlockRange, target: number, nodes: Fragment): Plan {
  const passed = target < range.from ? { from: target, to: range.from } : { from: range.to, to: target }
  const isBusy = isOccupied(state, range)
  const goes = isBusy === isOccupied(state, passed) ? range.to - range.from > passed.to - passed.from : isBusy
  if (!goes) return { cut: range, paste: target, content: nodes }
  const content = state.doc.slice(passed.from, passed.to).content
  return { cut: passed, paste: target < range.from ? range.to : range.from, content }
}

/** The range with the parents that would be left without content. */
export function withEmptied(doc: Node, { from, to }: BlockRange): BlockRange {
  const $from = doc.resolve(from)
  const isAll = $from.depth > 0 && $from.start() === from && $from.end() === to
  return isAll ? withEmptied(doc, { from: $from.before(), to: $from.after() }) : { from, to }
}

/** Takes blocks or items out of the note, which keeps an empty paragraph at least. */
export function deleteNodes(tr: Transaction, range: BlockRange): Transaction {
  const { from, to } = withEmptied(tr.doc, range)
  if (to - from === tr.doc.content.size) return tr.replaceWith(from, to, emptyBlock(tr.doc))
  return tr.delete(from, to)
}

function emptyBlock(doc: Node): Node {
  const block = doc.type.contentMatch.defaultType?.createAndFill()
  if (!block) throw new Error('a note has a first block')
  return block
}
