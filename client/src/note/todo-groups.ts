import { initialsOf, type Reading } from '@minutebook/shared/meeting'
import { whoseOf, type TeamPeople } from '../editor/items/context.ts'

/** TODOs of the same owners. */
export interface TodoGroup {
  /** stays the same while the owners do */
  key: string
  owners: GroupOwner[]
  /** open ones first, else in the order of the note */
  todos: Reading[]
  done: number
}

/** An owner as the panel shows them. */
export interface GroupOwner {
  /** the participant who is certainly meant, else the words as written */
  name: string
  initials: string
  /** as written */
  label: string
  /** whom the words may mean, where that is not certain */
  candidates: { id: string; name: string }[]
  /** it is certain who is meant */
  isCertain: boolean
}

/** Puts the TODOs under their owners, in the order in which these first appear; those without an owner come last. */
export function groupTodos(
  readings: readonly Reading[],
  participants: readonly string[],
  team: TeamPeople | null,
): TodoGroup[] {
  const groups = new Map<string, TodoGroup>()
  const known = new Map<string, GroupOwner>()
  const owner = (label: string) => {
    const found = known.get(label) ?? ownerOf(label, participants, team)
    known.set(label, found)
    return found
  }
  for (const todo of readings) {
    if (todo.kind !== 'todo') continue
    const owners = todo.owners.map(({ label }) => owner(label))
    const key = owners.map(({ isCertain, name }) => `${isCertain ? 'person' : 'label'} ${name}`).join('\n')
    const group = groups.get(key)
    if (group) group.todos.push(todo)
    else groups.set(key, { key, owners, todos: [todo], done: 0 })
  }
  return [...groups.values()]
    .map((group) => ({
      ...group,
      todos: [...group.todos.filter((todo) => !todo.done), ...group.todos.filter((todo) => todo.done)],
      done: group.todos.filter((todo) => todo.done).length,
    }))
    .sort((a, b) => Number(a.owners.length === 0) - Number(b.owners.length === 0))
}

/** Whom a label means, as far as that is certain. */
export function ownerOf(label: string, participants: readonly string[], team: TeamPeople | null): GroupOwner {
  const meant = whoseOf(label, { participants, team })
  if (meant.kind === 'person') {
    const name = meant.participant ?? meant.person.name
    return { name, initials: initialsOf(name), label, candidates: [], isCertain: true }
  }
  const candidates = meant.kind === 'ambiguous' ? meant.candidates : []
  return { name: label, initials: initialsOf(label), label, candidates, isCertain: false }
}
