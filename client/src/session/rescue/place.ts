import * as Y from 'yjs'
import { typesOf, type Removal } from '@minutebook/shared/doc'
import { isOf } from './written.ts'

/** So many letters on each side tell where words stood. */
const context = 64
/** So many letters of a text that stand in one other text only tell that it is the same. */
const telling = 12
/** So many letters that two texts share tell that one may be the other, where few are asked. */
const least = 4

/** The texts that were written when others were deleted, by the notes, and when those were deleted in turn; in order. */
export function writtenInstead(doc: Y.Doc, notes: readonly Removal[], removals: readonly Removal[]): Y.XmlText[] {
  const found = new Set<unknown>()
  for (const { content, parent } of itemsInstead(doc, notes, removals)) {
    found.add(content instanceof Y.ContentType ? content.type : parent)
  }
  return textsOf(doc).filter((text) => found.has(text))
}

/**
 * The text of the only block without words that was written when others were deleted; null where there is none or more.
 * A text is made there if there is none.
 */
export function emptyInstead(doc: Y.Doc, notes: readonly Removal[], removals: readonly Removal[]): Y.XmlText | null {
  const empty = itemsInstead(doc, notes, removals).flatMap(({ content }) => {
    const element = content instanceof Y.ContentType ? content.type : null
    const isText = element instanceof Y.XmlElement && textBlocks.has(element.nodeName)
    return isText && element.toArray().every((child) => child instanceof Y.XmlText && child.length === 0)
      ? [element]
      : []
  })
  const [element] = empty
  if (!element || empty.length > 1) return null
  const first = element.firstChild
  if (first instanceof Y.XmlText) return first
  const made = new Y.XmlText()
  element.insert(0, [made])
  return made
}

/** What was written by whoever deleted something, in the same transaction, and by who deleted that in turn; what is left of it. */
function itemsInstead(doc: Y.Doc, notes: readonly Removal[], removals: readonly Removal[]): Y.Item[] {
  const all = new Set(removals)
  for (const removal of all) for (const note of notes) if (note.gone.some((id) => isOf(id, removal))) all.add(note)
  return [...all].flatMap(({ client, from, to }) => {
    const structs = doc.store.clients.get(client) ?? []
    if (from >= Math.min(to, Y.getState(doc.store, client))) return []
    const last = structs.findIndex(({ id }) => id.clock >= to)
    return structs
      .slice(Y.findIndexSS(structs, from), last < 0 ? structs.length : last)
      .filter((struct) => struct instanceof Y.Item)
      .filter((item) => !item.deleted)
  })
}

/** The elements whose children are words. */
const textBlocks: ReadonlySet<string> = new Set(['paragraph', 'heading', 'codeBlock'])

/** All texts of the body, in its order. */
export function textsOf(doc: Y.Doc): Y.XmlText[] {
  const found: Y.XmlText[] = []
  const walk = (type: Y.XmlFragment) => {
    for (const child of type.toArray()) {
      if (child instanceof Y.XmlText) found.push(child)
      else if (child instanceof Y.XmlElement) walk(child)
    }
  }
  walk(typesOf(doc).body)
  return found
}

/** The letters of a text; what is no letter is one all the same, as in the text's own count. */
export function lettersOf(text: Y.XmlText): string {
  let letters = ''
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    letters += item.content instanceof Y.ContentString ? item.content.str : '\uFFFC'.repeat(item.length)
  }
  return letters
}

/**
 * Which of the texts has taken the place of one whose words were `known`; null where that is not certain.
 *
 * @param nth how many texts with the same words went before it, from the same place
 */
export function sameText(known: string, candidates: readonly Y.XmlText[], nth: number): Y.XmlText | null {
  if (known === '') return null
  const rated = candidates.map((text) => ({ text, likeness: likeness(known, lettersOf(text)) }))
  const most = Math.max(0, ...rated.map((one) => one.likeness))
  const best = rated.filter((one) => one.likeness === most)
  return most === 0 ? null : (best[best.length === 1 ? 0 : nth]?.text ?? null)
}

/** The only text of the body that holds these words, where there are enough of them to tell. */
export function onlyText(known: string, doc: Y.Doc): Y.XmlText | null {
  if (known.length < telling) return null
  const [first, second] = textsOf(doc).filter((text) => lettersOf(text).includes(known))
  return first && !second ? first : null
}

/** How much of `known` stands in `letters`, from its start and from its end; 0 where that tells nothing. */
function likeness(known: string, letters: string): number {
  if (letters === known) return 1.5
  if (letters.includes(known)) return 1
  const start = sharedStart(known, letters)
  const end = Math.min(known.length - start, letters.length - start, sharedEnd(known, letters))
  const shared = start + Math.max(0, end)
  const isTelling = shared >= Math.min(least, known.length) && shared >= Math.min(known.length, letters.length) / 2
  return isTelling ? shared / known.length : 0
}

/** Where in `letters` the place is that was `at` in `known`. */
export function placeIn(letters: string, known: string, at: number): number {
  const whole = letters.indexOf(known)
  if (whole >= 0) return whole + at
  const before = known.slice(Math.max(0, at - context), at)
  const after = known.slice(at, at + context)
  let best = { index: 0, score: -1 }
  for (let index = 0; index <= letters.length; index++) {
    const score =
      sharedEnd(before, letters.slice(Math.max(0, index - context), index)) +
      sharedStart(after, letters.slice(index, index + context))
    const isNearer = Math.abs(index - at) < Math.abs(best.index - at)
    if (score > best.score || (score === best.score && isNearer)) best = { index, score }
  }
  return best.index
}

/** Where letters stand in a text. */
interface Standing {
  index: number
  length: number
}

/**
 * Where lost words stand already, and how many of their letters: whoever takes back, and again, what took the place of
 * their block writes all that it held. Null for those that do not. [N255]
 *
 * @param lost in order
 */
export function standingIn(
  letters: string,
  known: string,
  lost: readonly { at: number; words: string }[],
): (Standing | null)[] {
  let reached = 0
  return lost.map(({ at, words }, nth) => {
    const before = known.slice(lost[nth - 1]?.at ?? 0, at).slice(-telling)
    const after = known.slice(at, lost[nth + 1]?.at).slice(0, telling)
    const start = letters.indexOf(before, reached)
    if (start < 0) return null
    const from = start + before.length
    const found = standingAt(letters, words, from, after === '' ? letters.length : letters.indexOf(after, from))
    reached = found ? found.index + found.length : from
    return found
  })
}

/** The words within `from`..`to`, or as much of their start as that is. */
function standingAt(letters: string, words: string, from: number, to: number): Standing | null {
  const there = letters.slice(from, Math.max(from, to))
  if (there === words) return { index: from, length: words.length }
  if (there.length < least || words.length < least) return null
  if (there.includes(words)) return { index: from + there.indexOf(words), length: words.length }
  return words.startsWith(there) ? { index: from, length: there.length } : null
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return length
}

function sharedEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1
  return length
}
