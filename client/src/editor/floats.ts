import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'

/** The small window that is open beside the text. */
export type Float =
  /** the owners of the item whose paragraph stands at `at`; `index` is the one that was pressed */
  | { kind: 'owner'; at: number; index: number | null }
  /** the due date of that item */
  | { kind: 'due'; at: number }
  /** the address of the link in the range; `isNew` asks for it at once */
  | { kind: 'link'; from: number; to: number; isNew: boolean }
  /** the language of the code that stands at `at` */
  | { kind: 'language'; at: number }
  /** what can be done with the blocks in the range */
  | { kind: 'block'; from: number; to: number }

/** A window that is open, and a number that no other one had in this editor: edits of the text do not change it. */
export type OpenFloat = Float & { opened: number }

interface FloatState {
  float: OpenFloat | null
  /** how many windows were opened so far */
  count: number
}

const key = new PluginKey<FloatState>('floats')

/** Opens a window, in place of the one that is open. */
export function openFloat(tr: Transaction, float: Float): Transaction {
  return tr.setMeta(key, float).setMeta('addToHistory', false)
}

/** Closes the window that is open. */
export function closeFloat(tr: Transaction): Transaction {
  return tr.setMeta(key, 'close').setMeta('addToHistory', false)
}

/** The window that is open, with its positions as of now. */
export function floatOf(state: EditorState): OpenFloat | null {
  return key.getState(state)?.float ?? null
}

/** Remembers which window is open, through edits around its place. It closes when its place is deleted. */
export const Floats = Extension.create({
  name: 'floats',
  addProseMirrorPlugins: () => [
    new Plugin<FloatState>({
      key,
      state: {
        init: () => ({ float: null, count: 0 }),
        apply(tr, { float, count }) {
          const asked: Float | 'close' | undefined = tr.getMeta(key)
          if (asked === 'close') return { float: null, count }
          if (asked) return { float: { ...asked, opened: count + 1 }, count: count + 1 }
          const here = float && tr.docChanged ? moved(float, tr) : float
          return { float: here && isLeft(here, tr) ? null : here, count }
        },
      },
    }),
  ],
})

function moved(float: OpenFloat, tr: Transaction): OpenFloat | null {
  if (float.kind === 'block') {
    const [from, to] = [tr.mapping.map(float.from, 1), tr.mapping.map(float.to, -1)]
    return from < to ? { ...float, from, to } : null
  }
  if (float.kind === 'link') {
    return { ...float, from: tr.mapping.map(float.from, -1), to: tr.mapping.map(float.to, 1) }
  }
  const at = tr.mapping.mapResult(float.at, 1)
  return at.deletedAfter ? null : { ...float, at: at.pos }
}

/** Whether the caret has left a link whose window opened by itself. */
function isLeft(float: Float, tr: Transaction): boolean {
  if (float.kind !== 'link' || float.isNew || !tr.selectionSet) return false
  return tr.selection.from < float.from || tr.selection.to > float.to
}
