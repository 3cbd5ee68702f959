import { Extension } from '@tiptap/core'
import { keymap } from '@tiptap/pm/keymap'
import { Plugin, PluginKey, TextSelection, type Command, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { typesOf } from '@minutebook/shared/doc'
import { readSelection } from '../binding/fresh-selection.ts'
import { positionAt } from '../document.ts'
import { itemsOf } from '../items/items.ts'
import { isLocalEdit } from '../local.ts'
import { agendaCode, withAgendaCode } from './code.ts'
import { hiddenMinutes, showTime } from './draw.ts'
import type { Emptied, Named } from './follow-words.ts'
import { agendaKey, nextView, pointAt, readView, viewOf, type AgendaSource, type AgendaView } from './state.ts'

/** How often the clock of the present point is looked at. */
const clockMs = 5000

const emptiedKey = new PluginKey<Emptied | null>('emptied')

/**
 * The agenda: what is discussed, what is now, and how long it takes. It is drawn over a list, and kept in the live state
 * of the meeting, beside the text.
 */
export const Agenda = Extension.create<AgendaSource>({
  name: 'agenda',
  priority: 130, // before the keys and presses of TODOs
  addProseMirrorPlugins() {
    const source = this.options
    return [
      keymap({ 'Mod-Enter': tickPoint, 'Mod-Alt-Enter': beginPoint, ArrowRight: showMinutes, Delete: showMinutes }),
      new Plugin<AgendaView>({
        key: agendaKey,
        state: {
          init: (_config, state) => readView(state, source),
          apply(tr, view, _before, state) {
            return tr.getMeta(agendaKey) === undefined ? nextView(state, tr, view) : readView(state, source)
          },
        },
        props: {
          decorations: (state) => agendaKey.getState(state)?.drawn,
          handleDOMEvents: {
            mousedown: (view, event) => press(view, event),
            click: (view, event) => press(view, event),
          },
        },
        view: (view) => new AgendaLife(view, source.doc),
      }),
      new Plugin<Emptied | null>({
        key: emptiedKey,
        state: {
          init: () => null,
          apply(tr, emptied, before, state) {
            const code = tr.docChanged && (emptied || isOther(before, state)) ? agendaCode.here : null
            return code ? code.nextEmptied(tr, emptied, isLocalEdit([tr]) ? namedIn(before) : null) : emptied
          },
        },
        appendTransaction(transactions, before, state) {
          const emptied = emptiedKey.getState(before) ?? null
          if (!isLocalEdit(transactions) || !(emptied || isOther(before, state))) return null
          return agendaCode.here?.followWords(transactions, namedIn(before), namedIn(state), state, emptied)
        },
      }),
    ]
  },
})

/** Whether the agenda is another one. */
function isOther(before: EditorState, after: EditorState): boolean {
  return viewOf(before).points !== viewOf(after).points
}

function namedIn(state: EditorState): Named {
  const { outline } = itemsOf(state)
  const headings = outline.map(({ path }) => positionAt(state.doc, path) ?? -1)
  return { ...viewOf(state), outline, headings }
}

/** Says that the point of the caret is discussed, or takes that back. */
const tickPoint: Command = (state, dispatch, view) => {
  const placed = pointAt(state, state.selection.head)
  if (!placed) return false
  if (dispatch && view) withAgendaCode((code) => code.toggleDiscussed(view.state, placed.point))
  return true
}

/** Goes on with the point of the caret. */
const beginPoint: Command = (state, dispatch, view) => {
  const placed = pointAt(state, state.selection.head)
  if (!placed) return false
  if (dispatch && view) withAgendaCode((code) => code.startPoint(view.state, placed.point))
  return true
}

/** Right or Delete before the words that a clock stands for: shows them, and does no more. */
const showMinutes: Command = (state, dispatch) => {
  const placed = state.selection.empty ? pointAt(state, state.selection.head) : undefined
  const hidden = placed && hiddenMinutes(placed)
  if (!hidden || hidden.from !== state.selection.head) return false
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, hidden.from + 1)))
  return true
}

/** A press on the box of a point ticks it, one on its clock goes to the words of its minutes, one on "Start" starts it. */
function press(view: EditorView, event: MouseEvent): boolean {
  const target = event.target instanceof Element ? event.target.closest('.check, .topic-front :is(time, .begin)') : null
  if (!target || event.button !== 0 || !target.closest('li')?.matches('.topic')) return false
  const placed = pointAt(view.state, view.posAtDOM(target, 0))
  if (!placed) return false
  event.preventDefault()
  if (event.type === 'mousedown' || !view.editable) return true
  if (!target.matches('time')) {
    const isStart = target.matches('.begin')
    withAgendaCode((code) => (isStart ? code.startPoint : code.toggleDiscussed)(view.state, placed.point))
  } else {
    const hidden = hiddenMinutes(placed)
    if (hidden) view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, hidden.to)))
    view.focus()
  }
  return true
}

/** Follows the live state of the meeting, and lets the clock of the present point go on. */
class AgendaLife {
  readonly #view: EditorView
  readonly #doc: Y.Doc
  readonly #meeting: Y.Map<unknown>
  readonly #clock: ReturnType<typeof setInterval>

  constructor(view: EditorView, doc: Y.Doc) {
    this.#view = view
    this.#doc = doc
    const { meeting } = typesOf(doc)
    this.#meeting = meeting
    yUndoPluginKey.getState(view.state)?.undoManager.addToScope(meeting) // a tick is taken back like a letter
    doc.on('afterTransaction', this.#follow)
    this.#clock = setInterval(this.#show, clockMs)
  }

  destroy(): void {
    this.#doc.off('afterTransaction', this.#follow)
    clearInterval(this.#clock)
  }

  /** Only when the text is drawn as it now is: before, drawing would write the old text over what just came. [E186] */
  readonly #follow = ({ changed }: Y.Transaction): void => {
    const types: unknown[] = [...changed.keys()]
    if (this.#view.isDestroyed || !types.includes(this.#meeting)) return
    readSelection(this.#view)
    this.#view.dispatch(this.#view.state.tr.setMeta(agendaKey, 'changed').setMeta('addToHistory', false))
  }

  readonly #show = (): void => {
    for (const time of this.#view.dom.querySelectorAll<HTMLElement>('.topic time[data-since]')) {
      showTime(time, Date.now())
    }
  }
}
