import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Path } from '@minutebook/shared/schema'
import { positionAt } from '../document.ts'

const key = new PluginKey<DecorationSet>('changeMarks')

/** Marks the blocks that others changed while this person was away. The marks are drawn here and nowhere else. */
export const ChangeMarks = Extension.create({
  name: 'changeMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(tr, marks, _before, state) {
          const paths: readonly Path[] | undefined = tr.getMeta(key)
          if (paths) return drawMarks(state, paths)
          return tr.docChanged ? marks.map(tr.mapping, tr.doc) : marks
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
})

function drawMarks(state: EditorState, paths: readonly Path[]): DecorationSet {
  const marks = paths.flatMap((path) => {
    const at = positionAt(state.doc, path)
    const node = at === null ? null : state.doc.nodeAt(at)
    return at === null || !node ? [] : [Decoration.node(at, at + node.nodeSize, { class: 'changed' })]
  })
  return DecorationSet.create(state.doc, marks)
}

/** Marks these blocks instead of those that are marked; none takes all marks away. */
export function markChanges(view: EditorView, paths: readonly Path[]): void {
  view.dispatch(view.state.tr.setMeta(key, paths).setMeta('addToHistory', false))
}

/** The elements of the marked blocks that are still there, in the order of the note. */
export function changedElements(view: EditorView): HTMLElement[] {
  const marks = key.getState(view.state)?.find() ?? []
  return marks
    .toSorted((a, b) => a.from - b.from)
    .map(({ from }) => view.nodeDOM(from))
    .filter((element) => element instanceof HTMLElement)
}
