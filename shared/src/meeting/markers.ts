import {
  labelsAddressed,
  labelsAsked,
  labelsBefore,
  labelsEnclosed,
  labelsIn,
  mentionsBefore,
  skipBlanks,
  type Labelled,
  type Trust,
} from './labels.ts'
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
  { kind: 'todo', pattern: /^\((?:TODO|ACTION(?: ITEM)?)\)\s*:?\s*/, follows: 'free' },
  // `AI(ann): send it`, `TODO(RD): send it`, `ACTION [Ann] - send it`
  {
    kind: 'todo',
    pattern: /^(?:TODO|A(?:CTION|ction)(?: (?:ITEM|[Ii]tem))?|AI)\s?[([](?<who>[^)\]\n]{1,60})[)\]]\s*[:：–—-]\s*/d,
    follows: 'free',
    anyWord: true,
  },
  // `TODO: send it`, `Action item 2: RD: send it`, `ACTION-12: Ann to send it`, `[PENDING] ACTION: …`
  {
    kind: 'todo',
    pattern: /^(?:todo|to-do)s?(?: items?| list)?(?:[ -]?#?\d+)?\s*(?:：|:(?=\s|$))\s*/i,
    follows: 'free',
  },
  {
    kind: 'todo',
    pattern:
      /^(?:\[(?:new|open|pending)\] |(?:new|open|pending) )?action(?: item| point)?s?(?:[ -]?#?\d+)?\s*(?:：|:(?=\s|$))\s*/i,
    follows: 'named',
  },
  // `ACTION - Ann: send it`, `ACTION - send it`
  {
    kind: 'todo',
    pattern: /^(?:T(?:ODO|odo)|A(?:CTION|ction)(?: (?:ITEM|[Ii]tem))?)(?:[ -]?#?\d+)?\s+[-–—]\s+/,
    follows: 'named',
  },
  // `TODO for @ann: send it`, `Action on Ann: send it`, `ACTION Ann to send it`, `action Ann: send it`
  { kind: 'todo', pattern: /^(?:TODO|action(?: item)?|AI) (?:for|on) /i, follows: 'must' },
  { kind: 'todo', pattern: /^action(?: item)?\s+/i, follows: 'must' },
  // `TODO RD: send it`, `TODO Send it`
  { kind: 'todo', pattern: /^TODO\s+/, follows: 'words' },
  // `AI: RD: send it`; without an owner it is as likely a line about artificial intelligence
  { kind: 'todo', pattern: /^AI(?: ?#?\d+)?\s*:\s*/, follows: 'must' },
  // `#action Ann to send it`
  { kind: 'todo', pattern: /^#(?:action|todo)(?![\w-])\s*[:–—-]?\s*/i, follows: 'named' },
  // `[DECISION] We use arm64`
  {
    kind: 'decision',
    pattern: /^\[(?:decision|decided|agreed|accepted|approved|resolved|resolution)\]\s*[:–—-]?\s*/i,
    follows: 'free',
  },
  // `RESOLUTION (Ann) - we use arm64`
  {
    kind: 'decision',
    pattern: /^(?:DECISION|RESOLUTION|RESOLVED|AGREED)\s?[([](?<who>[^)\]\n]{1,60})[)\]]\s*[:：–—-]\s*/d,
    follows: 'free',
  },
  // `Decision: we use arm64`, `RESOLVED: …`, `Resolution 2: …`, `Consensus of the meeting: …`
  {
    kind: 'decision',
    pattern:
      /^(?:(?:final|group|key|team) )?(?:decisions?(?: made| taken)?|decided|agreed|resolved|resolutions?)(?:[ -]?#?\d+)?\s*(?:：|:(?=\s|$))\s*/i,
    follows: 'free',
  },
  {
    kind: 'decision',
    pattern:
      /^(?:(?:general|group|rough) )?(?:conclusions?|consensus)(?: of (?:the )?(?:group|meeting))?\s*(?:：|:(?=\s|$))\s*/i,
    follows: 'free',
  },
  // `Decision - we use arm64`, `RESOLVED, we use arm64`, `DECISION we use arm64`
  { kind: 'decision', pattern: /^(?:decision|agreed|resolved|resolution)\s+[-–—]\s+/i, follows: 'free' },
  {
    kind: 'decision',
    pattern: /^(?:DECISION|DECIDED|AGREED|RESOLVED|RESOLUTION),?\s+(?=\p{L})(?!\p{Lu}{2})/u,
    follows: 'free',
  },
  // `#agreed we use arm64`
  {
    kind: 'decision',
    pattern: /^#(?:accepted|agreed|decided|decision|rejected|resolved)(?![\w-])\s*[:–—-]?\s*/i,
    follows: 'free',
  },
]

const worthTrying =
  /^[[(#]{0,2}(?:to-?do|actions?\b|ai\b|deci|agreed|accept|approv|reject|resol|conclu|consens|(?:new|open|pending)\]? action|(?:final|general|group|key|rough|team) (?:deci|con))/i
/** An arrow in front of a marker says no more than the marker, nor do asterisks that make nothing bold. */
const arrow = /^(?:=+>|-+>|[→➔➜⇒»]|\*{1,3}(?=\p{L}))\s*/u
/** A marker behind who says so: `Lee: ACTION - Ann: …`. */
const said =
  /^\s+[[(]?(?:(?:TODO|ACTION|AI|DECISION|AGREED|RESOLVED|RESOLUTION)\b|(?:Action(?: item)?|Decision|Resolution):)/
/** A marker behind whose it is: `Ann action item: …`. */
const whoseAction =
  /^(?<who>[^:\n]{1,60}?)(?:['’]s)?\s+(?:A(?:CTION|ction)|action) (?:ITEM|[Ii]tem|POINT|[Pp]oint)[Ss]?\s*:(?=\s)\s*/d

/**
 * What the line that begins at `from` says of itself; null where it has no marker. `trust`: what counts as an owner
 * where the marker does not say that somebody is named.
 */
export function readMarker(text: string, from: number, trust: Trust, known: Known): Marked | null {
  const head = text.slice(from, from + 90)
  const sign = arrow.exec(head)?.[0].length ?? 0
  const marked = worthTrying.test(sign === 0 ? head : head.slice(sign))
    ? markerAt(text, from + sign, trust, known)
    : null
  if (marked) return sign === 0 ? marked : { ...marked, marker: { ...marked.marker, from } }
  return isWorthSeeking(head) ? markerBehind(text, from, trust, known) : null
}

function isWorthSeeking(head: string): boolean {
  const colon = head.indexOf(':')
  return (
    (colon > 0 && said.test(head.slice(colon + 1, colon + 20))) || (head.includes('ction ') && whoseAction.test(head))
  )
}

function markerAt(text: string, from: number, trust: Trust, known: Known): Marked | null {
  const line = text.slice(from)
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
    const isNamed = follows === 'named' || follows === 'must'
    const labelled = kind === 'todo' ? readOwners(text, end, isNamed ? 'named' : trust, known) : null
    if (labelled) return { kind, marker, ...labelled }
    const unowned =
      follows === 'free' || follows === 'named' || (follows === 'words' && /\p{Lu}/u.test(text[end] ?? ''))
    if (unowned) return { kind, marker, owners: [], textFrom: skipBlanks(text, end) }
  }
  return null
}

/** `Lee: ACTION - Ann: send it`: who says so is the owner where nobody else is named. `Ann action item: send it`. */
function markerBehind(text: string, from: number, trust: Trust, known: Known): Marked | null {
  const speaker = labelsBefore(text, from, 'named', known)
  const marked = speaker && markerAt(text, speaker.textFrom, trust, known)
  if (marked)
    return marked.kind === 'todo' && marked.owners.length === 0 ? { ...marked, owners: speaker.owners } : marked
  const match = whoseAction.exec(text.slice(from, from + 90))
  const who = match?.indices?.groups?.['who']
  if (!match || !who) return null
  const owners = labelsIn(text, from + who[0], from + who[1], 'named', known)
  const end = from + match[0].length
  return owners && { kind: 'todo', marker: { from: from + who[1], to: end }, owners, textFrom: end }
}

/** The owners who stand between a marker and the words of the TODO: `RD: …`, `@ann …`, `Ann - …`, `Ann to …`. */
function readOwners(text: string, from: number, trust: Trust, known: Known): Labelled | null {
  return (
    mentionsBefore(text, from) ??
    labelsBefore(text, from, trust, known) ??
    labelsBefore(text, from, trust, known, true) ??
    labelsAsked(text, from, 'named', known, true) ??
    labelsAddressed(text, from, trust, known) ??
    labelsEnclosed(text, from, known)
  )
}

/** Inside a marker one word is somebody even in lower case: `AI(ann)`. */
function oneWord(text: string, from: number, to: number): Label[] | null {
  const label = text.slice(from, to)
  return /^@?[\w.-]{2,}$/.test(label) && !/^\d/.test(label) ? [{ label: label.replace(/^@/, ''), from, to }] : null
}
