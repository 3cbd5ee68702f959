import { Extension } from '@tiptap/core'
import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model'
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ReplaceAroundStep, ReplaceStep, type Step } from '@tiptap/pm/transform'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { fillCells } from './table.ts'

/**
 * Keeps the cells of a table where somebody deletes, types or pastes over a selection that begins or ends in one: they
 * lose their words, and the table stays. What is pasted into one cell becomes words of it, and a table fills cells.
 */
export const Cells = Extension.create({
  name: 'cells',
  dispatchTransaction({ transaction, next }) {
    next(keepCells(this.editor.state, transaction))
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handlePaste(view, _event, slice) {
          const only = slice.content.childCount === 1 ? slice.content.firstChild : null
          return only?.type.name === 'table' && fillCells(only)(view.state, view.dispatch, view)
        },
      },
    }),
  ],
})

/** The transaction, or one that keeps the cells in which what it replaces begins and ends. */
function keepCells(state: EditorState, transaction: Transaction): Transaction {
  const made = replacementOf(transaction.steps[0], state)
  if (!made || isSharedEdit(transaction) || transaction.docs[0] !== state.doc) return transaction
  const { from, to, content } = made
  const [$from, $to] = [state.doc.resolve(from), state.doc.resolve(to)]
  const isAcross = !$from.sameParent($to) && (isInCell($from) || isInCell($to))
  const bringsBlocks = isInCell($from) && content.firstChild?.isBlock === true
  if (!isAcross && !bringsBlocks) return transaction
  const tr = state.tr
  clear(tr, from, to)
  const end = put(tr, from, content)
  tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1))
  for (const key of ['paste', 'uiEvent', 'composition']) {
    const meta: unknown = transaction.getMeta(key)
    if (meta !== undefined) tr.setMeta(key, meta)
  }
  return transaction.scrolledIntoView ? tr.scrollIntoView() : tr
}

/** What a step replaces, and by what. What ProseMirror replaces of a selection may end behind it, with what stood there. */
function replacementOf(step: Step | undefined, { selection }: EditorState) {
  if (!(step instanceof ReplaceStep) && !(step instanceof ReplaceAroundStep)) return null
  const { from, slice } = step
  const to = from === selection.from ? selection.to : step.to
  return { from, to, content: slice.content }
}

const isSharedEdit = (transaction: Transaction) => transaction.getMeta(ySyncPluginKey) !== undefined
const isCell = (node: Node) => node.type.name === 'tableCell' || node.type.name === 'tableHeader'
const isInCell = ($position: ResolvedPos) => isCell($position.parent)

/** Deletes what is between two positions, but for the cells and rows of a table that is there in part. */
function clear(tr: Transaction, from: number, to: number): void {
  const gone: { from: number; to: number }[] = []
  tr.doc.nodesBetween(from, to, (node, at) => {
    const end = at + node.nodeSize
    const isOfTable = isCell(node) || node.type.name === 'tableRow'
    if (from <= at && end <= to && !isOfTable) gone.push({ from: at, to: end })
    else if (node.isTextblock) gone.push({ from: Math.max(from, at + 1), to: Math.min(to, end - 1) })
    else return true
    return false
  })
  for (const range of gone.toReversed()) if (range.from < range.to) tr.delete(range.from, range.to)
}

/** Puts content at a position as words. Gives the position behind it. */
function put(tr: Transaction, at: number, content: Fragment): number {
  const words = wordsOf(content)
  if (words.size > 0) tr.insert(at, words)
  return at + words.size
}

/** The words of all text blocks, with a blank between two. */
function wordsOf(content: Fragment): Fragment {
  if (content.firstChild?.isInline) return content
  const words: Node[] = []
  content.descendants((node) => {
    if (!node.isTextblock || node.content.size === 0) return !node.isTextblock
    if (words.length > 0) words.push(node.type.schema.text(' '))
    words.push(...node.children)
    return false
  })
  return Fragment.fromArray(words)
}
