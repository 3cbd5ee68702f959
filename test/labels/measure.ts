import type { Item } from './items-in.ts'
import type { LabelledNote } from './labelled.ts'

/** So many of so many. */
export interface Share {
  of: number
  are: number
}

/** How what is read agrees with what a reader found. */
export interface Agreement {
  notes: number
  /** of the TODOs that are read, those that a reader found */
  todoPrecision: Share
  /** of the TODOs that a reader found, those that are read */
  todoRecall: Share
  decisionPrecision: Share
  decisionRecall: Share
  /** of the items that are a TODO to one reader and a decision to another, those that are read as either */
  either: Share
  /** of the TODOs found by both, those with the same owners */
  owners: Share
  /** of the items found by both, those that end at the same line */
  ends: Share
  /** of the owners that are read, those that mean a participant of the note */
  resolved: Share
}

/** One item that is read and not labelled (`extra`), labelled and not read (`missed`), or has other owners or another end. */
export interface Difference {
  name: string
  line: number
  what: 'extra todo' | 'extra decision' | 'missed todo' | 'missed decision' | 'owners' | 'end'
  words: string
}

/** Compares the items of notes with their labels, item by item: two are the same that begin on the same line. */
export function measure(notes: readonly LabelledNote[]): { agreement: Agreement; differences: Difference[] } {
  const agreement: Agreement = {
    notes: notes.length,
    todoPrecision: none(),
    todoRecall: none(),
    decisionPrecision: none(),
    decisionRecall: none(),
    either: none(),
    owners: none(),
    ends: none(),
    resolved: none(),
  }
  const differences: Difference[] = []
  for (const note of notes) compare(note, agreement, differences)
  return { agreement, differences }
}

type Lines = readonly [first: number, last: number]

function compare({ name, text, labels, items }: LabelledNote, sum: Agreement, differences: Difference[]): void {
  const words = text.split('\n')
  const differ = (what: Difference['what'], line: number, more = '') =>
    differences.push({ name, line, what, words: `${more}${words[line - 1]?.trim().slice(0, 120) ?? ''}` })
  const todos = items.filter(({ kind }) => kind === 'todo')
  const decisions = items.filter(({ kind }) => kind === 'decision')
  const open = [...labels.unsure, ...labels.either]
  const isOpen = (line: number) => open.some(([first, last]) => first <= line && line <= last)
  const labelled = {
    todos: firstLines(labels.todos.map(({ lines }) => lines)),
    decisions: firstLines(labels.decisions),
  }
  for (const [line] of todos.map(({ lines }) => lines)) {
    if (!isOpen(line) && !count(sum.todoPrecision, labelled.todos.has(line))) differ('extra todo', line)
  }
  for (const [line] of decisions.map(({ lines }) => lines)) {
    if (!isOpen(line) && !count(sum.decisionPrecision, labelled.decisions.has(line))) differ('extra decision', line)
  }
  for (const { lines, owners } of labels.todos) {
    const read = todos.find((todo) => todo.lines[0] === lines[0])
    if (!count(sum.todoRecall, read !== undefined) || !read) {
      differ('missed todo', lines[0])
      continue
    }
    const named = read.owners.map(({ label }) => label)
    if (!count(sum.owners, named.toSorted().join() === owners.toSorted().join()))
      differ('owners', lines[0], `[${named.join()}] for [${owners.join()}] `)
    if (!count(sum.ends, read.lines[1] === lines[1])) differ('end', read.lines[1])
  }
  for (const lines of labels.decisions) {
    const read = decisions.find((decision) => decision.lines[0] === lines[0])
    if (!count(sum.decisionRecall, read !== undefined) || !read) differ('missed decision', lines[0])
    else if (!count(sum.ends, read.lines[1] === lines[1])) differ('end', read.lines[1])
  }
  const read = firstLines(items.map(({ lines }) => lines))
  for (const [line] of labels.either) count(sum.either, read.has(line))
  for (const { isParticipant } of items.flatMap(({ owners }) => owners)) count(sum.resolved, isParticipant)
}

function none(): Share {
  return { of: 0, are: 0 }
}

function firstLines(ranges: readonly Lines[]): Set<number> {
  return new Set(ranges.map(([first]) => first))
}

function count(share: Share, is: boolean): boolean {
  share.of += 1
  if (is) share.are += 1
  return is
}

/** The lines of a note's items that stand under a heading for attendance, told by the words of the lines alone. */
export function itemsOfAttendance(text: string, items: readonly Item[]): number[] {
  const attendance = new Set<number>()
  let level = 0
  for (const [index, line] of text.split('\n').entries()) {
    const heading = /^(#{1,6})\s+(.*)$/.exec(line)
    const isBelow = level > 0 && heading?.[1] !== undefined && heading[1].length > level
    if (heading?.[1] && (!isBelow || /\b(?:action|agenda|discussion|items|topics|todos?)\b/i.test(heading[2] ?? ''))) {
      level = /\battend|apologies|regrets\b|\bparticipants\b|\broll ?call\b/i.test(heading[2] ?? '')
        ? heading[1].length
        : 0
    }
    if (level > 0) attendance.add(index + 1)
  }
  return items.map(({ lines }) => lines[0]).filter((line) => attendance.has(line))
}
