import type { EditorState } from '@tiptap/pm/state'
import { emojiNamed } from '../extras/emoji.ts'
import { itemsOf } from '../items/items.ts'
import { namePerson } from '../items/owners.ts'
import { peopleChoices } from './people-choices.ts'
import { slashChoices } from './slash.ts'
import { type Choice, type TriggerKind } from './trigger.ts'

const shownPeople = 7

const nameInLine = (name: string, ...[view, range, beside]: Parameters<Choice['choose']>) =>
  namePerson(view, range, name, beside)

/** What the menus offer for what is typed after `/`, `@` and `:`. */
export function findChoices(kind: TriggerKind, query: string, state: EditorState): Choice[] {
  switch (kind) {
    case 'slash':
      return slashChoices(query, state)
    case 'people':
      return peopleChoices(query, itemsOf(state).context, nameInLine, shownPeople)
    case 'emoji':
      return emojiChoices(query)
  }
  return kind satisfies never
}

const shownEmoji = 7

/** What is chosen is written as its shortcode, which is drawn as the emoji [E39]. */
function emojiChoices(query: string): Choice[] {
  return emojiNamed(query)
    .slice(0, shownEmoji)
    .map(({ name, emoji }) => ({
      group: '',
      label: `:${name}:`,
      sign: emoji,
      choose: (view, { from, to }) => view.dispatch(view.state.tr.insertText(`:${name}:`, from, to).scrollIntoView()),
    }))
}
