import type { EditorState } from '@tiptap/pm/state'
import type { BlockAction } from '../block-menu/block-action.ts'
import type { BlockRange } from '../blocks/range.ts'
import { accept, refuse } from './acts.ts'
import { offersIn } from './find.ts'

/** What the menu of a block offers for a line that offers a TODO; empty elsewhere. */
export function offerActions(state: EditorState, { from }: BlockRange): BlockAction[] {
  const offer = offersIn(state).find(({ at }) => at === from || at === from + 1)
  if (!offer) return []
  const { at } = offer
  return [
    { label: 'Make a TODO of it', icon: 'check-square', keys: 'Mod+Enter', run: (view) => accept(view, at + 1) },
    { label: 'Not a TODO', icon: 'x', run: (view) => refuse(view, at + 1) },
  ]
}
