import type { EditorState } from '@tiptap/pm/state'
import { emojiNamed } from '../extras/emoji.ts'
import { itemsOf } from '../items/items.ts'
import { namePerson } from '../items/owners.ts'
import { findPeople, groupOf, isNewName } from '../../person/candidates.ts'
import { slashChoices } from './slash.ts'
import { type Choice, type TriggerKind } from './trigger.ts'

const shownPeople = 7

/** What the menus offer for what is typed after `/`, `@` and `:`. */
export function findChoices(kind: TriggerKind, query: string, state: EditorState): Choice[] {
  switch (kind) {
    case 'slash':
      return slashChoices(query, state)
    case 'people':
      return peopleChoices(query, state)
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

function peopleChoices(query: string, state: EditorState): Choice[] {
  const { context } = itemsOf(state)
  const people = findPeople(query, context).slice(0, shownPeople)
  const choices = people.map((person): Choice => ({
    group: groupOf(person),
    label: person.name,
    person,
    choose: (view, range, beside) => namePerson(view, range, person.name, beside),
  }))
  if (!isNewName(query, context)) return choices
  const add: Choice = {
    group: '',
    label: `Add “${query}” as a new person`,
    icon: 'user-plus',
    choose: (view, range, beside) => namePerson(view, range, query, beside),
  }
  return [...choices, add]
}
