import { Extension } from '@tiptap/core'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { canJoin } from '@tiptap/pm/transform'
import { changedRanges, isLocalEdit } from '../local.ts'

/**
 * Joins two lists of one kind that came to touch through this person's own edit: in Markdown they would be one list.
 * Lists with different bullets stay apart, as they do in the file.
 */
export const JoinLists = Extension.create({
  name: 'joinLists',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _before, state) {
        if (!isLocalEdit(transactions)) return null
        const tr = state.tr
        const ends = new Set(changedRanges(transactions).flatMap(({ from, to }) => [from, to]))
        for (const position of [...ends].sort((a, b) => b - a)) joinAround(tr, tr.mapping.map(position))
        return tr.docChanged ? tr : null
      },
    }),
  ],
})

/** Joins the lists that touch at a position of the transaction's document, or at an edge of what holds it. */
export function joinAround(tr: Transaction, position: number): void {
  const before = tr.steps.length
  const $position = tr.doc.resolve(position)
  const boundaries = [position]
  for (let depth = $position.depth; depth > 0; depth--) boundaries.push($position.before(depth), $position.after(depth))
  for (const boundary of boundaries.toSorted((a, b) => b - a)) {
    const at = tr.mapping.slice(before).map(boundary)
    const { nodeBefore, nodeAfter } = tr.doc.resolve(at)
    if (!nodeBefore || !nodeAfter || nodeBefore.type !== nodeAfter.type) continue
    if (!nodeBefore.type.isInGroup('list') || nodeBefore.attrs['mark'] !== nodeAfter.attrs['mark']) continue
    if (canJoin(tr.doc, at)) tr.join(at)
  }
}
