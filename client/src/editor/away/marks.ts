import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Path } from '@minutebook/shared/schema'
import { positionAt } from '../document.ts'
import { changesKey, drawLate } from '../late-marks.ts'

/** Marks these blocks, which others changed while this person was away, and no others. */
export function markChanges(view: EditorView, paths: readonly Path[]): void {
  const { doc } = view.state
  const marks = paths.flatMap((path) => {
    const at = positionAt(doc, path)
    const node = at === null ? null : doc.nodeAt(at)
    return at === null || !node ? [] : [Decoration.node(at, at + node.nodeSize, { class: 'changed' })]
  })
  drawLate(view, changesKey, { drawn: DecorationSet.create(doc, marks) })
}

/** The elements of the marked blocks that are still there, in the order of the note. */
export function changedElements(view: EditorView): HTMLElement[] {
  const marks = changesKey.getState(view.state)?.drawn.find() ?? []
  return marks
    .toSorted((a, b) => a.from - b.from)
    .map(({ from }) => view.nodeDOM(from))
    .filter((element) => element instanceof HTMLElement)
}
