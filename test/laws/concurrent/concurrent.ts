import { isDeepStrictEqual } from 'node:util'
import { meaningDiffers, parse, print, printVerified } from '@minutebook/shared/markdown'
import { readNote, writeNote } from '@minutebook/shared/doc'
import type { NoteContent } from '@minutebook/shared/note'
import { bool, create, int32, oneOf, type PRNG } from 'lib0/prng'
import * as Y from 'yjs'
import { notes } from '../notes.ts'
import { change, changeKinds } from './changes.ts'
import { HeaderLedger, headers } from './header.ts'
import { Person, type Log } from './people.ts'

const people = 3

/**
 * What a run of people who edit one note at the same time does not keep of the laws, or null. The same seed gives the
 * same run: the note, who does what, who is offline, and what is under way for how long.
 */
export function concurrentFault(seed: number): string | null {
  const random = create(seed)
  const file = oneOf(random, Object.values(notes))
  const header = oneOf(random, headers)
  const start = startOf(header, file)
  const ledger = new HeaderLedger(header)
  const log: Log = []
  const all = Array.from({ length: people }, (_, index) => new Person(index + 1, start, log))
  const touched = new Set<string>()
  for (let step = int32(random, 20, 80); step > 0; step -= 1) {
    const person = oneOf(random, all)
    if (int32(random, 0, 9) === 0) person.isOnline = !person.isOnline
    if (int32(random, 0, 5) === 0) editHeaderOnce(person, `w${step}`, ledger, random)
    else if (bool(random)) editOnce(person, `w${step}`, touched, random)
    else if (int32(random, 0, 1) === 0) person.send()
    else person.receive()
  }
  for (const person of all) person.isOnline = true
  while (!all.every(({ isDone }) => isDone)) {
    const person = oneOf(random, all)
    person.send()
    person.receive()
  }
  const contents = [...all.map(({ content }) => content), readLater(start, log)]
  return faultOf(contents, file, touched) ?? ledger.fault(headerMended(all, ledger))
}

function startOf(frontMatter: string, file: string): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = people + 1
  writeNote(doc, { frontMatter, ...parse(file) })
  return Y.encodeStateAsUpdate(doc)
}

/** The header once all of them have mended it at the same time, as often as it takes. */
function headerMended(all: readonly Person[], ledger: HeaderLedger): string {
  for (let rounds = 0; rounds < 3; rounds += 1) {
    for (const person of all)
      person.editHeader(
        () => [],
        (yaml) => ledger.sees(yaml),
      )
    while (!all.every(({ isDone }) => isDone)) {
      for (const person of all) {
        person.send()
        person.receive()
      }
    }
  }
  return all[0]?.content.frontMatter ?? ''
}

/** What somebody reads who comes later, when the log has been compacted. */
function readLater(start: Uint8Array, log: Log): NoteContent {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.mergeUpdates([start, ...log]))
  return readNote(doc)
}

/** Makes one edit, and adds to `touched` the lines that the person changed, and those of blocks made anew. */
function editOnce(person: Person, word: string, touched: Set<string>, random: PRNG): void {
  const { body, form } = person.content
  const before = print(body, form)
  const lines = linesOf(before.text)
  person.edit((doc) => {
    const made = change(doc, oneOf(random, [...changeKinds]), word, random)
    for (const index of made?.rebuilt ?? []) {
      const [first, last] = before.lines([index])
      for (const line of lines.slice(first - 1, last)) touched.add(line)
    }
    return made?.doc ?? null
  })
  const linesAfter = linesOf(print(person.content.body, form).text)
  const after = counted(linesAfter)
  const changed = counted(lines)
  for (const [index, line] of lines.entries()) {
    if ((changed.get(line) ?? 0) <= (after.get(line) ?? 0)) continue
    touched.add(line)
    // with a line break goes the end of the line above, where another may write
    if (linesAfter.length < lines.length) touched.add(lines[index - 1] ?? '')
  }
}

function editHeaderOnce(person: Person, word: string, ledger: HeaderLedger, random: PRNG): void {
  person.editHeader(
    (yaml) => ledger.edit(yaml, person.id, word, random),
    (yaml) => ledger.sees(yaml),
  )
}

function faultOf(contents: readonly NoteContent[], file: string, touched: ReadonlySet<string>): string | null {
  const [first, ...others] = contents
  if (!first) return null
  const { text } = printVerified(first.body, first.form)
  for (const other of others) {
    if (!isDeepStrictEqual(other, first)) return 'they do not end with the same document'
    if (printVerified(other.body, other.form).text !== text) return 'they do not end with the same file'
  }
  const difference = meaningDiffers(first.body, parse(text).body)
  if (difference !== null) return `the file reads back as something else: ${difference}`
  const missing = missingLine(file, text, touched)
  return missing === null ? null : `a line that nobody touched is not there: ${JSON.stringify(missing)}`
}

/** The first line of words, of those not touched, that does not follow the ones before it in `after`. */
function missingLine(before: string, after: string, touched: ReadonlySet<string>): string | null {
  const lines = linesOf(after)
  let from = 0
  for (const line of linesOf(before)) {
    if (touched.has(line) || line.trim() === '') continue
    const at = lines.indexOf(line, from)
    if (at < 0) return line
    from = at + 1
  }
  return null
}

function linesOf(text: string): string[] {
  return text.split('\n')
}

function counted(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}
