import type { Decision, Items, Todo } from '../api/shapes.ts'

/** What a meeting leaves, as Markdown: its decisions, then its TODOs. [G9] @param title of the note */
export function summaryOf(title: string, { todos, decisions }: Items): string {
  const sections = [
    `# ${title}`,
    ...(decisions.length > 0 ? ['## Decisions', decisions.map(decisionLine).join('\n')] : []),
    ...(todos.length > 0 ? ['## TODOs', todos.map(todoLine).join('\n')] : []),
    ...(decisions.length + todos.length > 0 ? [] : ['No decisions and no TODOs.']),
  ]
  return `${sections.join('\n\n')}\n`
}

function decisionLine({ text, owners }: Decision): string {
  return item(`Decision${owners.length > 0 ? ` (${labels(owners)})` : ''}: ${text}`)
}

function todoLine({ text, owners, due, done }: Todo): string {
  const words = `${owners.length > 0 ? `${labels(owners)}: ` : ''}${text}`
  return item(`[${done ? 'x' : ' '}] ${due === null ? words : dated(words, due)}`)
}

/** The due date stands behind the first line: a list may follow. */
function dated(words: string, due: string): string {
  const [first = '', ...rest] = words.split('\n')
  return [`${first} (due ${due})`, ...rest].join('\n')
}

function item(words: string): string {
  return `- ${words.split('\n').join('\n  ')}`
}

function labels(owners: Todo['owners']): string {
  return owners.map(({ label }) => label).join('/')
}
