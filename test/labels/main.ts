import { parseArgs } from 'node:util'
import { table } from '../bench/table.ts'
import { corpusFolder, notesIn } from '../laws/corpus.ts'
import { itemsIn } from './items-in.ts'
import { labelledNotes, type LabelledNote } from './labelled.ts'
import { itemsOfAttendance, measure, type Share } from './measure.ts'

const head = [
  'community',
  'notes',
  'TODOs: precision',
  'recall',
  'decisions: precision',
  'recall',
  'either',
  'owners right',
  'ends right',
  'owners who are participants',
  'items of attendance',
]

/**
 * `pnpm labels [FOLDER] [--half A|B] [--differences]`: how the items that are read agree with those that readers found
 * (see README.md). The folder is the argument, else MINUTEBOOK_CORPUS.
 */
function main(args: readonly string[]): number {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { half: { type: 'string' }, differences: { type: 'boolean' } },
  })
  const folder = positionals[0] ?? corpusFolder
  const notes = folder === undefined ? [] : labelledNotes(folder)
  if (folder === undefined || notes.length === 0) {
    console.error('Name the folder of the notes that are labelled: pnpm labels FOLDER, or set MINUTEBOOK_CORPUS.')
    return 2
  }
  const chosen = notes.filter(({ labels }) => values.half === undefined || labels.half === values.half)
  const communities = [...Map.groupBy(chosen, ({ community }) => community)]
  const rows = communities.map(([community, some]) => row(community, some, attendanceOf(`${folder}/${community}`)))
  const all = rows.reduce((sum, cells) => sum + Number(cells.at(-1)), 0)
  const others = chosen.filter(({ community }) => community !== 'unikraft')
  console.log(table(head, [...rows, row('all but unikraft', others, all), row('all', chosen, all)]))
  if (values.differences === true) {
    for (const { name, line, what, words } of measure(chosen).differences) {
      console.log(`${what.padEnd(15)} ${name}:${line} ${words}`)
    }
  }
  return 0
}

function attendanceOf(folder: string): number {
  return notesIn(folder).reduce((sum, { text }) => sum + itemsOfAttendance(text, itemsIn(text)).length, 0)
}

function row(name: string, notes: readonly LabelledNote[], attendance: number): string[] {
  const { agreement } = measure(notes)
  const { todoPrecision, todoRecall, decisionPrecision, decisionRecall, either, owners, ends, resolved } = agreement
  const shares = [todoPrecision, todoRecall, decisionPrecision, decisionRecall, either, owners, ends, resolved]
  return [name, String(notes.length), ...shares.map(percent), String(attendance)]
}

function percent({ of, are }: Share): string {
  return of === 0 ? '–' : `${((100 * are) / of).toFixed(1)} % of ${of}`
}

process.exitCode = main(process.argv.slice(2))
