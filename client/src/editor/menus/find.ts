import type { EditorState } from '@tiptap/pm/state'
import { itemsOf } from '../items/items.ts'
import { namePerson } from '../items/owners.ts'
import { findPeople, isNewName } from './people.ts'
import { slashChoices } from './slash.ts'
import type { Choice, TriggerKind } from './trigger.ts'

const shownPeople = 7

/** What the menus offer for what is typed after `/` and `@`. */
export function findChoices(kind: TriggerKind, query: string, state: EditorState): Choice[] {
  return kind === 'slash' ? slashChoices(query, state) : peopleChoices(query, state)
}

function peopleChoices(query: string, state: EditorState): Choice[] {
  const { context } = itemsOf(state)
  const people = findPeople(query, context).slice(0, shownPeople)
  const choices = people.map((person): Choice => ({
    group: 'In this meeting',
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
