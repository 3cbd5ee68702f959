import { initialsOf } from '@minutebook/shared/meeting'
import { preferredColor } from '../../ui/person-color.ts'
import { whoseOf, type ItemContext } from '../items/context.ts'
import { findPeople } from '../../person/candidates.ts'
import type { Choice } from './trigger.ts'

const mostStrangers = 4

/**
 * What the picker of an owner offers to say of whom its label means, for all notes of the team: those who could be meant;
 * for a label that nobody knows those whom the query finds; and to leave open again what somebody chose.
 */
export function whoIs(label: string | null, query: string, context: ItemContext, done: () => void): Choice[] {
  const { team } = context
  if (!team || label === null) return []
  const whose = whoseOf(label, context)
  const where = team.name === '' ? '' : ` in ${team.name}`
  const choose = (person: { id: string; name: string } | null) => () => {
    team.choose(label, person)
    done()
  }
  const group = `Who is ${label}${where}?`
  const offer = (person: { id: string; name: string }): Choice => ({
    group,
    label: `${label} is ${person.name}`,
    person: {
      name: person.name,
      initials: initialsOf(person.name),
      color: preferredColor(person.name),
      isHere: false,
      isOfNote: true,
    },
    choose: choose(person),
  })
  switch (whose.kind) {
    case 'ambiguous': {
      const wanted = query.toLowerCase()
      return whose.candidates.filter(({ name }) => name.toLowerCase().includes(wanted)).map(offer)
    }
    case 'unknown': {
      if (query === '') return []
      const found = new Set(findPeople(query, context).map(({ name }) => name))
      const known = team.others.filter(({ entry }) => found.has(entry)).slice(0, mostStrangers)
      return known.map(({ id, entry }) => offer({ id, name: entry }))
    }
    case 'person':
      if (whose.by !== 'choice' || query !== '') return []
      return [{ group, label: `${label} may be somebody else`, icon: 'undo', choose: choose(null) }]
    case 'group':
      return []
  }
  return whose satisfies never
}
