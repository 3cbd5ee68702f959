import { keydownHandler } from '@tiptap/pm/keymap'
import type { Command, Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { noOffer } from '@minutebook/shared/meeting'
import { closeStep } from '../clipboard/step.ts'
import { drawLate, offersKey } from '../late-marks.ts'
import { markElement } from './element.ts'
import { offerAt, offersIn, type PlacedOffer } from './find.ts'

/** Makes a TODO of the line that holds a position: all that was said stays as it is. */
export function accept(view: EditorView, position: number): void {
  act(view, position, ({ at, mark }, tr) => {
    if (mark.kind === 'box') tr.setNodeAttribute(at - 1, 'checked', false)
    else tr.insert(at + 1, view.state.schema.text(mark.words)) // of no mark, though the first word may be bold
  })
}

/** Says that the line is no TODO. The note keeps that. */
export function refuse(view: EditorView, position: number): void {
  act(view, position, ({ at }, tr) => tr.setNodeAttribute(at, 'plain', noOffer))
}

/** Changes a line that still offers something, as one step of undo. */
function act(view: EditorView, position: number, change: (placed: PlacedOffer, tr: Transaction) => void): void {
  const placed = offerAt(view.state, position)
  if (!placed || !view.editable) return
  const { tr } = view.state
  change(placed, tr)
  closeStep(view.state)
  view.dispatch(tr)
  closeStep(view.state)
  drawOffers(view)
}

const acceptHere: Command = (state, dispatch, view) => {
  const placed = state.selection.empty ? offerAt(state, state.selection.head) : undefined
  if (!placed) return false
  if (dispatch && view) accept(view, placed.at + 1)
  return true
}

const press = keydownHandler({ 'Mod-Enter': acceptHere })

/** Marks the lines that offer a TODO now. */
export function drawOffers(view: EditorView): void {
  const offers = view.editable ? offersIn(view.state) : []
  const before = offersKey.getState(view.state)
  const marks = before?.drawn.find(undefined, undefined, (spec) => spec['words'] !== undefined) ?? []
  const isSame =
    marks.length === offers.length &&
    offers.every(({ at, words }, index) => marks[index]?.from === at + 1 && marks[index].spec['words'] === words)
  if (before && isSame) return
  const drawn = DecorationSet.create(view.state.doc, offers.flatMap(drawOffer))
  drawLate(view, offersKey, { drawn, press })
}

function drawOffer({ at, paragraph, words }: PlacedOffer): Decoration[] {
  return [
    Decoration.node(at, at + paragraph.nodeSize, { class: 'offered' }),
    Decoration.widget(
      at + 1,
      (view, place) => {
        const here = (act: typeof accept) => () => {
          const position = place()
          if (position !== undefined) act(view, position)
        }
        return markElement(words, { accept: here(accept), refuse: here(refuse) })
      },
      { key: `offer ${words}`, words, side: -4, ignoreSelection: true, stopEvent: () => true },
    ),
  ]
}
