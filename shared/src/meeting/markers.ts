import { labelsAsked, labelsBefore, labelsIn, mentionsBefore, skipBlanks, type Labelled, type Trust } from './labels.ts'
import type { Known, Label, Span } from './reading.ts'

/** A line that says with a word of its own what it is. */
export interface Marked {
  kind: 'todo' | 'decision'
  marker: Span
  owners: Label[]
  textFrom: number
}

interface MarkerRule {
  kind: 'todo' | 'decision'
  /** group `who` holds the owners that stand inside the marker */
  pattern: RegExp
  /**
   * What follows: `free`: labels or none; `named`: the same, and whatever is written like a name is a label; `must`:
   * labels, else it is no marker; `words`: labels, or a word with a capital
   */
  follows: 'free' | 'named' | 'must' | 'words'
  /** the owner inside the marker may be any word, `ann` */
  anyWord?: true
}

/** One row a form, in the order in which they are tried. */
const rules: readonly MarkerRule[] = [
  // `[TODO] Send it`, `[ACTION]: send it`
  { kind: 'todo', pattern: /^\[(?:todo|action(?: item)?|ai)\]\s*[:–—-]?\s*/i, follows: 'free' },
  // `[ACTION - Ann] Send it`, `[TODO: RD] Send it`
  {
    kind: 'todo',
    pattern: /^\[(?:todo|action(?: item)?|ai)\s*[-–—:]\s*(?<who>[^\]\n]{1,60})\]\s*[:–—-]?\s*/di,
    follows: 'free',
    anyWord: true,
  },
  // `[TODO RD] Send it`
  {
    kind: 'todo',
    pattern: /^\[(?:todo|action(?: item)?|ai)\s+(?<who>[^\]\n]{1,60})\]\s*[:–—-]?\s*/di,
    follows: 'free',
  },
  // `(TODO) Send it`
  { kind: 'todo', pattern: /^\(TODO\)\s*:?\s*/, follows: 'free' },
  // `AI(ann): send it`, `TODO(RD): send it`
  {
    kind: 'todo',
    pattern: /^(?:TODO|ACTION(?: ITEM)?|AI)\s?[([](?<who>[^)\]\n]{1,60})[)\]]\s*:\s*/d,
    follows: 'free',
    anyWord: true,
  },
  // `TODO: send it`, `Action item: RD: send it`, `ACTION: Ann to send it`
  { kind: 'todo', pattern: /^(?:todo|to-do)s?(?: ?#?\d+)?\s*:(?=\s|$)\s*/i, follows: 'free' },
  { kind: 'todo', pattern: /^action(?: item| point)?s?(?: ?#?\d+)?\s*:(?=\s|$)\s*/i, follows: 'named' },
  // `ACTION - Ann: send it`, `ACTION - send it`
  { kind: 'todo', pattern: /^(?:TODO|A(?:CTION|ction)(?: (?:ITEM|[Ii]tem))?)\s+[-–—]\s+/, follows: 'named' },
  // `TODO for @ann: send it`
  { kind: 'todo', pattern: /^TODO for /i, follows: 'must' },
  // `TODO RD: send it`, `TODO Send it`
  { kind: 'todo', pattern: /^TODO\s+/, follows: 'words' },
  // `AI: RD: send it`; without an owner it is as likely a line about artificial intelligence
  { kind: 'todo', pattern: /^AI(?: ?#?\d+)?\s*:\s*/, follows: 'must' },
  // `[DECISION] We use arm64`
  { kind: 'decision', pattern: /^\[(?:decision|decided|agreed|resolved|resolution)\]\s*:?\s*/i, follows: 'free' },
  // `Decision: we use arm64`, `RESOLVED: …`, `Resolution 2: …`
  {
    kind: 'decision',
    pattern: /^(?:decisions?|decided|agreed|resolved|resolutions?)(?: ?#?\d+)?\s*:(?=\s|$)\s*/i,
    follows: 'free',
  },
]

const worthTrying = /^[[(]?(?:to-?do|action|ai|deci|agreed|resol)/i

/**
 * What the line that begins at `from` says of itself; null where it has no marker. `trust`: what counts as an owner
 * where the marker does not say that somebody is named.
 */
export function readMarker(text: string, from: number, trust: Trust, known: Known): Marked | null {
  const line = text.slice(from)
  if (!worthTrying.test(line)) return null
  for (const { kind, pattern, follows, anyWord } of rules) {
    const match = pattern.exec(line)
    if (!match) continue
    const end = from + match[0].length
    const inside = match.indices?.groups?.['who']
    if (inside) {
      const start = from + inside[0]
      const stop = from + inside[1]
      const owners = labelsIn(text, start, stop, 'named', known) ?? (anyWord ? oneWord(text, start, stop) : null)
      if (owners) return { kind, marker: { from, to: start }, owners, textFrom: end }
      continue
    }
    const marker = { from, to: end }
    const labelled = kind === 'todo' ? readOwners(text, end, follows === 'named' ? 'named' : trust, known) : null
    if (labelled) return { kind, marker, ...labelled }
    const unowned =
      follows === 'free' || follows === 'named' || (follows === 'words' && /\p{Lu}/u.test(text[end] ?? ''))
    if (unowned) return { kind, marker, owners: [], textFrom: skipBlanks(text, end) }
  }
  return null
}

/** The owners who stand between a marker and the words of the TODO: `RD: …`, `@ann …`, `Ann - …`, `Ann to …`. */
function readOwners(text: string, from: number, trust: Trust, known: Known): Labelled | null {
  return (
    mentionsBefore(text, from) ??
    labelsBefore(text, from, trust, known) ??
    labelsBefore(text, from, trust, known, true) ??
    labelsAsked(text, from, 'named', known)
  )
}

/** Inside a marker one word is somebody even in lower case: `AI(ann)`. */
function oneWord(text: string, from: number, to: number): Label[] | null {
  const label = text.slice(from, to)
  return /^@?[\w.-]{2,}$/.test(label) && !/^\d/.test(label) ? [{ label: label.replace(/^@/, ''), from, to }] : null
}
