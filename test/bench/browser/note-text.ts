import { create, int32, oneOf, type PRNG } from 'lib0/prng'

/** A block of a note that every editor can show. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'task'
  text: string
}

/** The paragraph in which the measured person types. */
export const ownParagraph = 'Here the measured person writes'
/** The first of the agenda. */
export const firstTopic = 'Harbor news'
/** What the note ends with: who sees it has all of it. */
export const lastWords = 'The end of the minutes'

const words = (
  'the we should next release server page build people meeting talk plan review before after week team docs test ' +
  'budget mail group site forum question answer first draft later script deploy agree open close list link branch ' +
  'report update notes schedule call room time change small large together nobody everybody lamp harbor winter tide'
).split(' ')
const owners = ['RD', 'JW', 'MP', 'SK', 'AB']

const agenda: readonly Block[] = [
  { kind: 'heading', text: 'Agenda' },
  ...[firstTopic, 'The next release', 'Others'].map((text) => ({ kind: 'item' as const, text })),
]

/** Meeting-like text of about so many characters: an agenda, headings, what was said, lists, TODOs. The same for the same size. */
export function noteOf(characters: number): Block[] {
  const random = create(20240306)
  const blocks: Block[] = []
  for (let size = 0; size < characters;) {
    const section = sectionOf(random)
    blocks.push(...section)
    size += section.reduce((sum, { text }) => sum + text.length, 0)
  }
  const middle = blocks.findIndex(({ kind }, index) => index > blocks.length / 2 && kind === 'paragraph')
  blocks.splice(middle, 0, { kind: 'paragraph', text: ownParagraph })
  return [...agenda, ...blocks, { kind: 'paragraph', text: lastWords }]
}

/** The note as a file. */
export function markdownOf(blocks: readonly Block[]): string {
  const head =
    '---\ntitle: A long meeting\ndatetime: 2024-03-06T16:00:00+01:00\nlocation: The harbor\nteams:\n- Docs\n' +
    'participants:\n- RalfD\n- JanaW\n- MiraP\n- SamK\n- AnnB\ntags: release, docs\n---\n'
  const lines = blocks.map(({ kind, text }, index) => {
    const isListed = kind === 'item' || kind === 'task'
    const gap = isListed && blocks[index - 1]?.kind === kind ? '' : '\n'
    return `${gap}${{ heading: '## ', paragraph: '', item: '- ', task: '- [ ] ' }[kind]}${text}\n`
  })
  return head + lines.join('')
}

function sectionOf(random: PRNG): Block[] {
  const blocks: Block[] = [{ kind: 'heading', text: sentence(random, 4) }]
  for (let said = int32(random, 2, 4); said > 0; said -= 1)
    blocks.push({ kind: 'paragraph', text: `${oneOf(random, owners)}: ${paragraph(random)}` })
  for (let items = int32(random, 2, 4); items > 0; items -= 1)
    blocks.push({ kind: 'item', text: sentence(random, int32(random, 6, 14)) })
  blocks.push({ kind: 'paragraph', text: paragraph(random) })
  for (let tasks = int32(random, 1, 3); tasks > 0; tasks -= 1)
    blocks.push({ kind: 'task', text: `${oneOf(random, owners)}: ${sentence(random, int32(random, 6, 12))}` })
  return blocks
}

function paragraph(random: PRNG): string {
  return Array.from({ length: int32(random, 2, 4) }, () => `${sentence(random, int32(random, 8, 16))}.`).join(' ')
}

function sentence(random: PRNG, length: number): string {
  const text = Array.from({ length }, () => oneOf(random, words)).join(' ')
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
