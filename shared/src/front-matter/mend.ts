import { isScalar, isSeq } from 'yaml'
import { isBlockMapping, lineStart, readMapping, type Field } from './mapping.ts'
import { listKeys, scalarKeys, scalarText } from './read.ts'
import type { TextEdit } from './text-edit.ts'

const strayComma = /^([ \t]*(?:teams|tags|participants):[ \t]*\[?[ \t]*),[ \t]*/gm

/**
 * The edits that make whole what two people did at the same time: a key that both added becomes one (lists that follow
 * each other are joined, of two texts the first that is filled in stays, as it is read), and the comma goes that was
 * put behind an only entry while somebody removed it. Other YAML readers refuse both. Two people who mend at the same
 * time change nothing more.
 */
export function mend(yaml: string): TextEdit[] {
  const commas = [...yaml.matchAll(strayComma)].map((match) => ({
    from: match.index + (match[1] ?? '').length,
    to: match.index + match[0].length,
    insert: '',
  }))
  if (commas.length > 0) return commas
  const mapping = readMapping(yaml)
  if (!('fields' in mapping) || !isBlockMapping(mapping)) return []
  const { fields } = mapping
  const edits: TextEdit[] = []
  for (const key of scalarKeys) {
    const same = fields.filter((field) => field.key === key)
    if (!same.every(({ value }) => value === null || isScalar(value))) continue
    const kept = same.find((field) => scalarText(field.value) !== null) ?? same[0]
    for (const field of same)
      if (field !== kept) edits.push({ from: field.from, to: nextLine(yaml, field.to), insert: '' })
  }
  for (const key of listKeys) {
    for (const [index, field] of fields.entries()) {
      const above = fields[index - 1]
      if (field.key === key && above?.key === key && dashColumn(above, yaml) === dashColumn(field, yaml, -2)) {
        edits.push({ from: field.from, to: nextLine(yaml, field.afterColon), insert: '' })
      }
    }
  }
  return edits.sort((a, b) => a.from - b.from)
}

/** Where the dashes of a list stand that has its key's line to itself; `none` where it is no such list. */
function dashColumn({ value, afterColon }: Field, yaml: string, none = -1): number {
  if (!isSeq(value) || value.flow === true || !value.range || !/^[ \t]*\r?\n/.test(yaml.slice(afterColon))) return none
  return value.range[0] - lineStart(yaml, value.range[0])
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}
