import { readFile } from 'node:fs/promises'
import { buildRoster, whoseIn, type NoteNames, type Whose } from '@minutebook/shared/meeting'
import { decodeFile, frontMatterOf, namesOf, readingsOf, readMarkdown } from '@minutebook/shared/note'
import { markdownFiles } from './folder.ts'
import type { Terminal } from './terminal.ts'

const kinds = {
  note: 'certain within the note',
  roster: "certain by the team's other notes",
  ambiguous: 'several could be meant',
  unknown: 'unknown',
  group: 'a group',
} as const

type Kind = keyof typeof kinds

/**
 * Prints how many owners of TODOs and decisions are who, by where that is known from. [P18]
 *
 * @param lists prints a line for each owner whom the note alone leaves open, too
 */
export async function countOwners(terminal: Terminal, paths: readonly string[], lists: boolean): Promise<number> {
  const notes = (await Promise.all((await markdownFiles(paths)).map(readNote))).filter((note) => note !== null)
  const roster = buildRoster(
    notes.map(({ names }) => names),
    [],
  )
  const counts: Record<Kind, number> = { note: 0, roster: 0, ambiguous: 0, unknown: 0, group: 0 }
  for (const { names, labels } of notes) {
    const whose = whoseIn(names, roster.of(names.teams))
    for (const label of labels) {
      const found = whose(label)
      counts[kindOf(found)] += 1
      if (lists && kindOf(found) !== 'note') terminal.out(`${names.noteId}\t${label}\t${nameOf(found)}`)
    }
  }
  const all = Math.max(
    1,
    Object.values(counts).reduce((sum, count) => sum + count, 0),
  )
  for (const [kind, words] of Object.entries(kinds)) {
    const count = counts[kind as Kind]
    terminal.out(`${String(count).padStart(6)}  ${((100 * count) / all).toFixed(1).padStart(5)} %  ${words}`)
  }
  terminal.out(`${notes.length} notes, ${roster.people.length} people`)
  return 0
}

interface Read {
  names: NoteNames
  /** of each owner of each item */
  labels: string[]
}

async function readNote(path: string): Promise<Read | null> {
  const decoded = decodeFile(await readFile(path))
  if ('refused' in decoded) return null
  const content = readMarkdown(decoded.text)
  const { datetime } = frontMatterOf(content)
  const items = readingsOf(content).filter(({ kind }) => kind !== 'speaker')
  return {
    names: { ...namesOf(content), noteId: path, at: datetime ?? '' },
    labels: items.flatMap(({ owners }) => owners.map(({ label }) => label)),
  }
}

function kindOf(whose: Whose): Kind {
  if (whose.kind !== 'person') return whose.kind
  return whose.by === 'note' ? 'note' : 'roster'
}

function nameOf(whose: Whose): string {
  if (whose.kind === 'person') return whose.person.name
  if (whose.kind === 'ambiguous') return `${whose.candidates.map(({ name }) => name).join(' or ')}?`
  return '–'
}
