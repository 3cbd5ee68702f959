import { isScalar } from 'yaml'
import { isBlockMapping, readMapping, type Field } from './mapping.ts'
import {
  brokenRow,
  doubleLists,
  doubleEnds,
  evenEntries,
  keysApart,
  lostBrackets,
  mixedList,
  strayCommas,
  strayEntries,
} from './mend-rows.ts'
import { scalarKeys } from './keys.ts'
import { scalarText } from './read.ts'
import type { TextEdit } from './text-edit.ts'

/** In the order in which one makes way for the next. */
const mends = [
  strayCommas,
  keysApart,
  mixedList,
  lostBrackets,
  doubleEnds,
  evenEntries,
  strayEntries,
  brokenRow,
  doubleTexts,
  doubleLists,
]

/**
 * The next edits that make whole what several people did at the same time; none where all is well, so call it again
 * with the text after them until there are none. Other YAML readers refuse what it mends, or read it as something else.
 * Two people who mend at the same time change nothing more: most edits only take away, and an entry that is put
 * elsewhere by both is read once.
 */
export function mend(yaml: string): TextEdit[] {
  for (const find of mends) {
    const edits = find(yaml)
    if (edits.length > 0) return edits
  }
  return []
}

/**
 * A text that two people added: the first that is filled in stays, as it is read. The line end of the other stays too:
 * what somebody writes in that line meanwhile must not run into the next.
 */
function doubleTexts(yaml: string): TextEdit[] {
  const fields = fieldsOf(yaml)
  const edits: TextEdit[] = []
  for (const key of scalarKeys) {
    const same = fields.filter((field) => field.key === key)
    if (!same.every(({ value }) => value === null || isScalar(value))) continue
    const kept = same.find((field) => scalarText(field.value) !== null) ?? same[0]
    for (const field of same) if (field !== kept) edits.push({ from: field.from, to: field.to, insert: '' })
  }
  return edits.sort((a, b) => a.from - b.from)
}

function fieldsOf(yaml: string): Field[] {
  const mapping = readMapping(yaml)
  return 'fields' in mapping && isBlockMapping(mapping) ? mapping.fields : []
}
