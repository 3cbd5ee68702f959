import type { Decision, Todo } from '@minutebook/shared/api'
import { ownersOf, type Listed } from './listed.ts'

/** The list as it is shown: a heading for each owner or meeting, a check box for each TODO. [A51] */
export function todosAsMarkdown(todos: readonly Listed<Todo>[], group: 'owner' | 'meeting'): string {
  const section = ({ place }: Listed<Todo>) =>
    place.group.name === '' ? 'No owner yet' : group === 'meeting' ? meetingOf(place.note) : place.group.name
  return written('TODOs', todos, section, ({ item, place, url }) => {
    const details = [
      ownersOf(item, group === 'owner' ? place.group : undefined),
      item.due === null ? '' : `due ${item.due}`,
      item.carried ? `open since ${item.carried.since}, carried ${item.carried.times}×` : '',
      link(group === 'owner' ? meetingOf(place.note) : 'in the note', url),
    ]
    return `- [${item.done ? 'x' : ' '}] ${indented(item.text)} (${details.filter(Boolean).join('; ')})`
  })
}

/** The register of decisions, newest meeting first. */
export function decisionsAsMarkdown(decisions: readonly Listed<Decision>[]): string {
  return written(
    'Decisions',
    decisions,
    ({ place }) => meetingOf(place.note),
    ({ item, url }) => {
      const owners = ownersOf(item)
      return `- ${indented(item.text)} (${owners === '' ? '' : `${owners}; `}${link('in the note', url)})`
    },
  )
}

function written<Row>(
  title: string,
  rows: readonly Row[],
  sectionOf: (row: Row) => string,
  line: (row: Row) => string,
): string {
  const lines = [`# ${title}`]
  let section: string | null = null
  for (const row of rows) {
    const next = sectionOf(row)
    if (next !== section) lines.push('', `## ${oneLine(next)}`, '')
    section = next
    lines.push(line(row))
  }
  return `${lines.join('\n')}\n`
}

function meetingOf({ title, day }: { title: string; day: string }): string {
  return `${title} (${day})`
}

/** Continuation lines stay in the item that they belong to. */
function indented(text: string): string {
  return text.replaceAll('\n', '\n  ')
}

function link(words: string, url: string): string {
  return `[${oneLine(words).replace(/[[\]\\]/g, String.raw`\$&`)}](${url})`
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}
