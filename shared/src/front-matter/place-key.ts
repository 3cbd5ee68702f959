import type { Mapping } from './mapping.ts'
import type { TextEdit } from './text-edit.ts'

/** The order in which notes have them. */
const usualOrder = ['title', 'tags', 'datetime', 'location', 'teams', 'participants']

/**
 * Puts a new field, given without its last line end, on lines of its own: after the key that is usually above it, else
 * before the one that is usually below it, else at the end.
 */
export function placeField(mapping: Mapping, key: string, source: string): TextEdit[] {
  const { yaml, eol, fields } = mapping
  const rank = usualOrder.indexOf(key)
  const ranked = fields
    .map((field) => ({ field, rank: usualOrder.indexOf(field.key) }))
    .filter((entry) => entry.rank >= 0)
  const above = ranked
    .filter((entry) => entry.rank < rank)
    .sort((a, b) => a.rank - b.rank)
    .at(-1)
  const below = ranked.filter((entry) => entry.rank > rank).sort((a, b) => a.rank - b.rank)[0]
  const last = above?.field ?? (below ? undefined : fields.at(-1))
  const at = last ? afterLine(yaml, last.to) : (below?.field.from ?? yaml.length)
  const open = at === yaml.length && yaml !== '' && !yaml.endsWith('\n')
  return [{ from: at, to: at, insert: open ? eol + source : source + eol }]
}

function afterLine(text: string, to: number): number {
  const end = text.indexOf('\n', to)
  return end < 0 ? text.length : end + 1
}
