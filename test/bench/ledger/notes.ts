/** A note of a made-up meeting, with ten items. */
export interface MadeNote {
  name: string
  markdown: string
}

const people = Array.from({ length: 40 }, (_, index) => `${names(index)} ${names(index + 7)}son`)
const teams = ['core', 'docs', 'release', 'security', 'tooling', 'community', 'design', 'outreach']
const verbs = ['Order', 'Review', 'Write', 'Send', 'Ask about', 'Measure', 'Publish', 'Mend', 'Draft', 'Plan']
const things = [
  'the lamps',
  'the release notes',
  'the pier',
  'the tests',
  'the budget',
  'the page on security',
  'the rooms',
]

/** So many notes, the same each time; the word `zanzibar` stands in one of a hundred TODOs. */
export function makeNotes(count: number): MadeNote[] {
  return Array.from({ length: count }, (_, note) => {
    const day = dayOf(note)
    const here = Array.from({ length: 8 }, (_, index) => people[(note * 3 + index * 5) % people.length] ?? '')
    const todos = Array.from({ length: 9 }, (_, index) => {
      const number = note * 9 + index
      const owner = index === 8 ? '' : `${here[(number * 7) % here.length]}: `
      const due = number % 3 === 0 ? ` by ${dayOf(note - 5 - (number % 40))}` : ''
      const rare = number % 100 === 0 ? ' in zanzibar' : ''
      const text = `${verbs[number % verbs.length]} ${things[(number * 3) % things.length]}${rare}, part ${number}`
      return `- [${number % 4 === 0 ? 'x' : ' '}] ${owner}${text}${due}`
    })
    const head = [
      `title: Call ${note}, ${day}`,
      `datetime: ${day}T14:00:00+01:00`,
      `teams:`,
      `- ${teams[note % teams.length]}`,
      'participants:',
      ...here.map((name) => `- ${name}`),
    ]
    const talk = Array.from(
      { length: 12 },
      (_, index) => `${here[index % 8]} said what stands in line ${index} of ${note}.`,
    )
    const decision = `Decision: ${verbs[note % verbs.length]} ${things[note % things.length]} every ${1 + (note % 9)} weeks.`
    const body = ['## Discussions', ...talk, '## TODOs and Decisions', ...todos, decision]
    return { name: `${day}-${note}.md`, markdown: `---\n${head.join('\n')}\n---\n\n${body.join('\n\n')}\n` }
  })
}

function names(index: number): string {
  const first = ['Ana', 'Bela', 'Cora', 'Dan', 'Eva', 'Filip', 'Gita', 'Hugo', 'Ines', 'Jan', 'Kaja', 'Leo', 'Mira']
  return first[index % first.length] ?? 'Nora'
}

/** "YYYY-MM-DD", the greater the number the longer ago */
function dayOf(ago: number): string {
  return new Date(Date.UTC(2026, 10, 25) - ago * 86_400_000).toISOString().slice(0, 10)
}
