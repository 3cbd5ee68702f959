import { listKeys, scalarKeys, type FrontMatter } from './keys.ts'
import { addEntry } from './list-entries.ts'
import { editBetween } from './narrow.ts'
import { read } from './read.ts'
import { setScalar } from './set-scalar.ts'
import { applyEdits, type TextEdit } from './text-edit.ts'

/** What one header takes from another. */
export interface FillIn {
  edits: TextEdit[]
  /** the keys whose values are taken, in order */
  taken: string[]
  /** the keys of the other whose values are not: this one says something else, or does not know them */
  left: string[]
}

/**
 * Takes from another header what this one does not say: all of it, to the byte, where it says nothing; else the title,
 * time, place, teams, tags and participants that it lacks, each in the style that is there. What it says stays. A header
 * with a mistake takes and gives nothing. [F32, F33]
 */
export function fillIn(yaml: string, other: string): FillIn {
  const [here, there] = [read(yaml), read(other)]
  const said = keysOf(there)
  if (here.error || there.error || said.length === 0) return { edits: [], taken: [], left: said }
  if (keysOf(here).length === 0) return { edits: editBetween(yaml, other), taken: said, left: [] }
  let filled = yaml
  for (const key of scalarKeys) {
    if (here[key] === null) filled = applyEdits(filled, setScalar(filled, key, there[key] ?? ''))
  }
  for (const key of listKeys) {
    if (here[key].length > 0) continue
    for (const entry of there[key]) filled = applyEdits(filled, addEntry(filled, key, entry))
  }
  const now = read(filled)
  const isTaken = (key: string) => says(now, key) === says(there, key)
  return {
    edits: editBetween(yaml, filled),
    taken: said.filter((key) => isTaken(key) && says(here, key) !== says(there, key)),
    left: said.filter((key) => !isTaken(key)),
  }
}

/** The keys that have a value. */
function keysOf(header: FrontMatter): string[] {
  const others = header.others.map(({ key }) => key)
  return [...scalarKeys, ...listKeys, ...others].filter((key) => says(header, key) !== '')
}

/** What a header says under a key, for comparing; '' for nothing. */
function says({ data, ...known }: FrontMatter, key: string): string {
  const list = listKeys.find((each) => each === key)
  if (list) return known[list].join('\n')
  const scalar = scalarKeys.find((each) => each === key)
  if (scalar) return known[scalar] ?? ''
  const value = data[key]
  return value === undefined || value === null ? '' : JSON.stringify(value)
}
