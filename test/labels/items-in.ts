import { meetingDay, read, split } from '@minutebook/shared/front-matter'
import { parse, print } from '@minutebook/shared/markdown'
import { readItems, resolve } from '@minutebook/shared/meeting'

/** A TODO or decision as it is read. */
export interface Item {
  kind: 'todo' | 'decision'
  owners: { label: string; isParticipant: boolean }[]
  /** the first and the last line, from 1 */
  lines: readonly [first: number, last: number]
}

/** The TODOs and decisions of a file, as the server reads them. */
export function itemsIn(text: string): Item[] {
  const unmarked = text.replace(/^\uFEFF/, '')
  const header = split(unmarked)
  const body = header ? header.rest : unmarked
  const before = unmarked.slice(0, unmarked.length - body.length).split('\n').length - 1
  const { datetime, participants } = read(header?.yaml ?? '')
  const parsed = parse(body)
  const printed = print(parsed.body, parsed.form)
  return readItems(parsed.body, meetingDay(datetime), { participants }).flatMap(({ kind, owners, path, last }) => {
    if (kind === 'speaker') return []
    const named = owners.map(({ label }) => ({ label, isParticipant: resolve(label, participants).kind === 'person' }))
    return [{ kind, owners: named, lines: [before + printed.lines(path)[0], before + printed.lines(last)[1]] as const }]
  })
}
