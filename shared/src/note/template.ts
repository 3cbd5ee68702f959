import { applyEdits, setScalar } from '../front-matter/index.ts'

/** What a new note begins with. */
export type TemplateName = 'blank' | 'meeting'

const header = 'title:\ndatetime:\nlocation:\nteams:\nparticipants:\n'

const meeting = `
## Agenda

-

## Discussions

## TODOs and Decisions
`

/**
 * The Markdown of a new note.
 *
 * @param options.title what it is called; a blank note without one has no front matter
 * @param options.datetime when the meeting is, ISO 8601 with offset
 */
export function template(name: TemplateName, options: { title?: string; datetime?: string } = {}): string {
  const { title = '', datetime = '' } = options
  if (name === 'blank') return title === '' ? '\n' : `---\n${applyEdits('', setScalar('', 'title', title))}---\n\n`
  let yaml = header
  if (title !== '') yaml = applyEdits(yaml, setScalar(yaml, 'title', title))
  if (datetime !== '') yaml = applyEdits(yaml, setScalar(yaml, 'datetime', datetime))
  return `---\n${yaml}---\n${meeting}`
}
