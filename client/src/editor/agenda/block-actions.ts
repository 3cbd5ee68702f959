import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { BlockAction } from '../block-menu/block-action.ts'
import type { BlockRange } from '../blocks/range.ts'
import { positionAt } from '../document.ts'
import { itemsOf } from '../items/items.ts'
import { startPoint, toggleDiscussed } from './change.ts'
import { makeHeadings } from './headings.ts'
import { planHeadings } from './plan-headings.ts'
import { viewOf } from './state.ts'

/** What the menu of a block offers for an item of the agenda, its list, or its heading; empty elsewhere. */
export function agendaActions(state: EditorState, range: BlockRange): BlockAction[] {
  const { placed, points } = viewOf(state)
  const point = placed.find(({ at }) => at === range.from)?.point
  const isHeading = points.some(({ heading }) => positionAt(state.doc, heading) === range.from)
  const isList = placed.some(({ at }) => at === range.from + 1)
  if (!point && !isHeading && !isList) return []
  const act = (run: typeof startPoint) => (view: EditorView) => {
    if (point) run(view.state, point)
  }
  const actions: BlockAction[] = []
  if (point && point.state !== 'now') {
    actions.push({ label: 'Start this item', icon: 'target', keys: 'Mod+Alt+Enter', run: act(startPoint) })
  }
  if (point) {
    const label = point.state === 'discussed' ? 'Not discussed yet' : 'Discussed'
    actions.push({ label, icon: 'check', keys: 'Mod+Enter', run: act(toggleDiscussed) })
  }
  if (planHeadings(itemsOf(state).body, points).length > 0) {
    actions.push({ label: 'Make headings for the agenda', icon: 'heading', run: makeHeadings })
  }
  return actions
}
