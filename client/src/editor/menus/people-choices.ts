import { findPeople, groupOf, isNewName, type Offered } from '../../person/candidates.ts'
import type { Choice } from './trigger.ts'

/**
 * The people who answer to a query, as lines of a menu, and last the query itself where nobody has that name yet.
 *
 * @param most so many are offered
 */
export function peopleChoices(
  query: string,
  context: Offered,
  choose: (name: string, ...how: Parameters<Choice['choose']>) => void,
  most = Infinity,
): Choice[] {
  const choices = findPeople(query, context)
    .slice(0, most)
    .map((person): Choice => ({
      group: groupOf(person),
      label: person.name,
      person,
      choose: (...how) => choose(person.name, ...how),
    }))
  const name = query.trim()
  if (!isNewName(query, context)) return choices
  const add: Choice = {
    group: '',
    label: `Add “${name}” as a new person`,
    icon: 'user-plus',
    choose: (...how) => choose(name, ...how),
  }
  return [...choices, add]
}
