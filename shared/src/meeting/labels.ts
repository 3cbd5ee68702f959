import { canBeAskedTo, isGroup, isInitials, isNameLike } from './names.ts'
import { folded, resolve } from './people.ts'
import type { Known, Label } from './reading.ts'

/**
 * Which words count as somebody where they stand.
 * - `speaker`: initials, `@names`, and names that certainly mean a participant
 * - `owner`: those, and groups
 * - `named`: those, and anything written like a name
 */
export type Trust = 'speaker' | 'owner' | 'named'

/** Labels in front of a line's words, and where those begin. */
export interface Labelled {
  owners: Label[]
  textFrom: number
}

const between = /\s*[/+,&;]\s*(?:(?:and|și)\s+)?|\s+(?:and|și|und|et)\s+/gu
const inParentheses = /\s*\([^()]*\)\s*$/
const longest = 72

/** Labels up to a colon (`RD/MP: …`), or also up to a dash where `dash` says so (`ACTION - Ann - …`); else null. */
export function labelsBefore(text: string, from: number, trust: Trust, known: Known, dash = false): Labelled | null {
  const end = headEnd(text, from, dash)
  if (end < 0) return null
  const owners = labelsIn(text, from, end, trust, known)
  return owners && { owners, textFrom: skipBlanks(text, end + 1) }
}

/**
 * Labels in front of a demand: `Ann to ask …`, `RD and SK to send …`, `Ann will bring …`; else null. `isTask`: it is a
 * task for certain, so that before "will" too whatever is written like a name is one.
 */
export function labelsAsked(text: string, from: number, trust: Trust, known: Known, isTask = false): Labelled | null {
  const line = text.slice(from, from + longest)
  const match = /^([^\n:.;?!()]+?) (to|will) (?!(?:the|an?|be|our|my|your|all|this|that|it|us|me)\b)(?=\p{Ll})/u.exec(
    line,
  )
  const head = match?.[1]
  if (match === null || head === undefined) return null
  const isAsked = match[2] === 'to' || isTask
  const owners = labelsIn(text, from, from + head.length, isAsked ? trust : 'speaker', known, isAsked)
  return owners && { owners, textFrom: from + match[0].length }
}

/** Labels in front of a demand that is addressed to them: `RD, please send …`; else null. */
export function labelsAddressed(text: string, from: number, trust: Trust, known: Known): Labelled | null {
  const match = /^([^\n:.;?!()]+?),\s+(?!and\b)(?=\p{Ll})/u.exec(text.slice(from, from + longest))
  if (match?.[1] === undefined) return null
  const owners = labelsIn(text, from, from + match[1].length, trust, known)
  return owners && { owners, textFrom: from + match[0].length }
}

/** Labels in brackets at the start: `(RD) send …`, `[Ann & Bo] send …`; else null. A single name there is no label. */
export function labelsEnclosed(text: string, from: number, known: Known): Labelled | null {
  const match = /^[([]([^()[\]\n]{1,60})[)\]]\s*[:–—-]?\s+/.exec(text.slice(from, from + longest))
  if (match?.[1] === undefined) return null
  const [start, stop] = [from + 1, from + 1 + match[1].length]
  const several = partsOf(match[1], start)
  const owners = labelsIn(text, start, stop, several && several.length > 1 ? 'named' : 'owner', known)
  return owners && { owners, textFrom: from + match[0].length }
}

/** Labels at the end: `send it (RD)`, `send it @ann, @bo`; else null. */
export function labelsBehind(text: string, from: number, known: Known): Label[] | null {
  const end = text.trimEnd().length
  const last = text[end - 1] ?? ''
  if (last === ')' || last === ']') {
    const start = text.lastIndexOf(last === ')' ? '(' : '[', end)
    return start > from && end - start < longest ? labelsIn(text, start + 1, end - 1, 'named', known) : null
  }
  const start = Math.max(from, end - longest)
  const match = /\s(@[\w-]+(?:(?:,? and|,)? @[\w-]+)*)$/.exec(text.slice(start, end))
  const mentions = match?.[1]
  return mentions === undefined ? null : mentionsIn(mentions, end - mentions.length)
}

/**
 * Labels at the start that need no colon: `@ann send …`, `@ann, @bo: send …`, and `[name=Ann] …`, in which HackMD writes
 * who says something; else null.
 */
export function mentionsBefore(text: string, from: number): Labelled | null {
  if (text[from] === '[') return nameTag(text, from)
  if (text[from] !== '@') return null
  const match = /^@[\w-]+(?:(?:\s*[,/+&]\s*|\s+(?:and )?)@[\w-]+)*/.exec(text.slice(from, from + longest))
  if (!match) return null
  const owners = mentionsIn(match[0], from)
  const end = from + match[0].length
  const rest = /^(?:\s*:(?=\s|$)|\s+(?:[-–—]|to|will)(?=\s))?\s*/.exec(text.slice(end, end + 16))?.[0].length ?? 0
  return rest === 0 && end < text.length ? null : { owners, textFrom: end + rest }
}

function mentionsIn(words: string, at: number): Label[] {
  return [...words.matchAll(/@([\w-]+)/g)].map((mention) => ({
    label: mention[1] ?? '',
    from: at + mention.index,
    to: at + mention.index + mention[0].length,
  }))
}

function nameTag(text: string, from: number): Labelled | null {
  const match = /^(\[name=)([^\]\n]{1,60})\](?:\s+(?:to|will)(?=\s))?\s*/.exec(text.slice(from, from + longest))
  if (!match?.[1] || !match[2]) return null
  const start = from + match[1].length
  const owners = partsOf(match[2], start)
  return owners && { owners, textFrom: from + match[0].length }
}

/** The labels that `from`..`to` consists of; null where one of its words is nobody. */
export function labelsIn(
  text: string,
  from: number,
  to: number,
  trust: Trust,
  known: Known,
  asked = false,
): Label[] | null {
  const head = text.slice(from, to)
  const words = head.slice(0, head.length - (inParentheses.exec(head)?.[0].length ?? 0))
  const labels = partsOf(words, from)
  return labels?.every((label) => counts(label.label, text[label.from] === '@', trust, known, asked)) ? labels : null
}

/** The words between separators, as labels; null where there is nothing between two of them. */
function partsOf(words: string, from: number): Label[] | null {
  const labels: Label[] = []
  let at = 0
  for (const separator of [...words.matchAll(between), null]) {
    const end = separator?.index ?? words.length
    const label = labelOf(words.slice(at, end), from + at)
    if (!label) return null
    labels.push(label)
    at = end + (separator?.[0].length ?? 0)
  }
  return labels
}

function labelOf(part: string, at: number): Label | null {
  const label = part.trim().replace(/\?$/, '')
  if (label === '') return null
  const from = at + part.indexOf(label)
  return { label: label.replace(/^@/, ''), from, to: from + label.length }
}

function counts(label: string, mention: boolean, trust: Trust, known: Known, asked: boolean): boolean {
  if (mention) return /^[\w-]+$/.test(label)
  if (isInitials(label)) return true
  if (isGroup(label)) return trust !== 'speaker'
  if (!/^\p{L}[\p{L}\p{M}\p{N}.'’ _-]*$/u.test(label)) return false
  if (trust === 'named' && (asked ? canBeAskedTo(label) : isNameLike(label))) return true
  return isCertain(label, known)
}

/** Whether the words mean exactly one participant; letters that anything may be called by do not count as a name. */
function isCertain(label: string, known: Known): boolean {
  const { participants } = known
  if (participants === undefined || (label.length < 3 && !/^\p{Lu}{2}$/u.test(label))) return false
  return participants.some((person) => beginsLike(person, label)) && resolve(label, participants).kind === 'person'
}

/** Whether an entry may mean what the label says, at a glance; initials in parentheses are looked at closely. */
function beginsLike(person: string, label: string): boolean {
  return firstLetter(person) === firstLetter(label) || person.includes('(')
}

function firstLetter(words: string): string {
  return folded(words.charAt(words.startsWith('@') ? 1 : 0)).charAt(0)
}

/** Where the colon stands that ends the labels, or the dash; -1 where the line has none soon enough. */
function headEnd(text: string, from: number, dash: boolean): number {
  const last = Math.min(text.length, from + longest)
  for (let at = from; at < last; at += 1) {
    const char = text[at] ?? ''
    if (char === '\n') return -1
    if (char !== ':' && !(dash && /[-–—]/.test(char) && /\s/.test(text[at - 1] ?? ''))) continue
    if (at + 1 === text.length || /\s/.test(text[at + 1] ?? '')) return at
  }
  return -1
}

/** The first place from `at` on that is no blank. */
export function skipBlanks(text: string, at: number): number {
  let next = at
  while (next < text.length && /\s/.test(text[next] ?? '')) next += 1
  return next
}
