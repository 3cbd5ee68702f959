import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { discussionsOf, type AgendaPoint, type OutlineEntry } from '@minutebook/shared/meeting'
import type { PlacedPoint } from './draw.ts'

/** What is known of the agenda and the headings of a document. */
export interface Named {
  points: readonly AgendaPoint[]
  placed: readonly PlacedPoint[]
  outline: readonly OutlineEntry[]
  /** the positions before the headings, by their index in the outline */
  headings: readonly number[]
}

/** An item that has lost its last word while its heading still has them: it may get new ones. */
export interface Emptied {
  /** the position before its list item */
  at: number
  /** the words that its heading has */
  words: string
  /** the position before the heading */
  heading: number
}

/**
 * The item that this person has emptied, after a transaction.
 *
 * @param before of the document before it; null after an edit of somebody else
 */
export function nextEmptied(tr: Transaction, emptied: Emptied | null, before: Named | null): Emptied | null {
  const candidates: readonly Emptied[] = emptied ? [emptied] : before ? renamable(before) : []
  for (const each of candidates) {
    const at = tr.mapping.mapResult(each.at, 1)
    const heading = tr.mapping.mapResult(each.heading, 1)
    if (at.deletedAfter || heading.deletedAfter) continue
    if (isBlankItem(tr.doc.nodeAt(at.pos))) return { at: at.pos, words: each.words, heading: heading.pos }
  }
  return null
}

/**
 * The headings of items that this person has just given other words: where a heading had exactly the former ones, it
 * gets the new ones too, in the same edit. Null where there is none.
 */
export function followWords(
  transactions: readonly Transaction[],
  before: Named,
  now: Named,
  after: EditorState,
  emptied: Emptied | null,
): Transaction | null {
  const tr = after.tr
  for (const former of [...renamable(before), ...(emptied ? [emptied] : [])]) {
    const at = mapped(transactions, former.at)
    const own = at === null ? undefined : now.placed.find((each) => each.at === at)
    const words = own ? wordsOf(own.point) : ''
    if (words === '' || words === former.words) continue
    if (now.placed.some(({ point }) => wordsOf(point) === former.words)) continue // they went elsewhere, with their heading
    const heading = mapped(transactions, former.heading)
    const entry = now.outline[heading === null ? -1 : now.headings.indexOf(heading)]
    if (heading !== null && entry?.text === former.words) rename(tr, tr.mapping.map(heading), former.words, words)
  }
  return tr.docChanged ? tr : null
}

/** The items whose heading has exactly their words. */
function renamable({ points, placed, outline, headings }: Named): Emptied[] {
  return Array.from(discussionsOf(points, outline)).flatMap(([index, point]) => {
    const heading = headings[index]
    const own = placed.find((each) => each.point === point)
    const words = wordsOf(point)
    return heading !== undefined && own && outline[index]?.text === words ? [{ at: own.at, words, heading }] : []
  })
}

/** Where a position is after the transactions; null where it is gone. */
function mapped(transactions: readonly Transaction[], position: number): number | null {
  return transactions.reduce<number | null>((at, { mapping }) => {
    const result = at === null ? null : mapping.mapResult(at, 1)
    return result && !result.deletedAfter ? result.pos : null
  }, position)
}

/** Without minutes that are being typed: `Tools (10`. */
function wordsOf({ text }: AgendaPoint): string {
  return text.replace(/\s*[([]\s*\d{0,3}\s*(?:m|mi|min|mins|minutes?)?$/i, '')
}

/** Changes only the letters that are others. */
function rename(tr: Transaction, at: number, from: string, to: string): void {
  const heading = tr.doc.nodeAt(at)
  if (!heading) return
  const text = heading.textBetween(0, heading.content.size, undefined, '\uFFFC')
  const start = at + 1 + text.lastIndexOf(from)
  const shorter = Math.min(from.length, to.length)
  let same = 0
  while (same < shorter && from[same] === to[same]) same += 1
  if (isHighSurrogate(from, same - 1)) same -= 1
  let tail = 0
  while (tail < shorter - same && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1
  if (isHighSurrogate(from, from.length - tail - 1)) tail -= 1
  const words = to.slice(same, to.length - tail)
  const range = [start + same, start + from.length - tail] as const
  if (words === '') tr.delete(...range)
  else tr.insertText(words, ...range)
}

/** Whether half a letter stands there, so that the other half must not be parted from it. */
function isHighSurrogate(words: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(words[at] ?? '')
}

function isBlankItem(node: Node | null): boolean {
  const line = node?.type.name === 'listItem' ? node.firstChild : null
  return line?.type.name === 'paragraph' && /^[\s.…]*$/.test(line.textContent)
}
