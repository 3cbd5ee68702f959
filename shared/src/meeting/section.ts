import type { SectionKind } from './reading.ts'
import { leadsOver } from './statement.ts'

const todoWords = /^(?:todos?|to-dos?|actions|ais|tasks|next-steps|action-(?:items?|points?))$/
const decisionWords = /^(?:decisions|decision|resolutions)$/
/** Words that may stand between those that count. */
const smallWords = /^(?:and|&|\/|\+|the|our|new|open|current|all|of|from|for|this|today'?s|meeting|call|\(.*\))$/
/** A section about earlier items is discussion: its lines are not given to anybody now. */
const lookingBack = /\b(?:review|previous|last|past|check in|follow[- ]?up from|old|done|completed|closed)\b/i
const attendance =
  /\b(?:attend(?:ees?|ance|ing)|participants|apologies|regrets|absent|absentees|roll ?call|who is here|guests|quorum|introductions)\b|\bpresent$/
const mostWords = 6
const longestPoints = 72

/** Headings over what a meeting goes through: no box there is anybody's task. */
const points =
  /\b(?:agenda|announcements?|introductions?|triage|standing items|any other business|aob)\b|^votes?$|\bvotes$|(?<!action )\bitems$|\b(?:new|open|other|discussion) topics$/
/** Headings over what another meeting was about, or will be. */
const otherMeeting =
  /\b(?:last|previous|past|earlier|next|deferred)\b.*\b(?:meetings?|weeks?|calls?|points?|items?|topics?|time)\b|^follow[- ]?ups?\b/
/** Headings below an agenda at which what was said begins. */
const talk = /^(?:discussions?|notes|minutes|meeting notes|details)\b/

/**
 * What a heading says about the lines below it; null where it says nothing, so that the section around it goes on.
 * `text` is without leading emoji.
 */
export function sectionKind(text: string): SectionKind | null {
  const plain = text
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\bgithub actions\b/g, 'github')
    .replace(/\b(action) (items?|points?)\b/g, '$1-$2')
    .replace(/\bnext steps\b/g, 'next-steps')
    .replace(/\bto dos?\b/g, 'todos')
    .replace(/[*_`]|[:.]+$/g, '')
    .trim()
  if (plain.endsWith('?')) return null
  const words = plain.split(/[\s,]+|(?<=\w)\/(?=\w)/).filter((word) => word !== '' && word !== '-')
  if (words.length > mostWords) return null
  const todos = words.some((word) => todoWords.test(word))
  const decisions = words.some((word) => decisionWords.test(word))
  if ((todos || decisions) && !isMention(words)) {
    if (lookingBack.test(plain)) return 'other'
    return todos && decisions ? 'both' : todos ? 'todos' : 'decisions'
  }
  return attendance.test(plain) && words.length < 5 ? 'attendance' : null
}

/** Whether the words are only mentioned: at most two others may stand before them, and none after but "for …". */
function isMention(words: readonly string[]): boolean {
  const counts = words.map((word) => todoWords.test(word) || decisionWords.test(word))
  const before = words.slice(0, counts.indexOf(true)).filter((word) => !smallWords.test(word))
  const after = words.slice(counts.lastIndexOf(true) + 1)
  return (
    before.length > 2 || (after.length > 0 && !/^(?:for|from|of|until|till|before|by|this|-|–)$/.test(after[0] ?? ''))
  )
}

/**
 * Whether the items of lists below a heading are points that are gone through, so that a box there is no task; null
 * where the heading says nothing of it. `isTitle`: it is the first heading of the note, and above all others.
 */
export function isOfPoints(text: string, kind: SectionKind | null, isTitle: boolean): boolean | null {
  if (kind !== null) return kind === 'other'
  if (text.length > longestPoints || (isTitle && text.includes(' '))) return null
  const words = text
    .toLowerCase()
    .replace(/\([^)]*\)|:[\w+-]+:|[*_`]|[^\0-\u024f]/g, ' ')
    .replace(/[\s:.]+$/, '')
    .trim()
  if (talk.test(words)) return false
  return points.test(words) || otherMeeting.test(words) ? true : null
}

/** Whether a line says that the list below it is an agenda, such as "Topics for the next meeting:". */
export function isPointsLead(text: string): boolean {
  return (
    text.length < 81 &&
    leadsOver(text) &&
    /^(?:\w+ ){0,3}agenda\b|\btopics?\b.*\bnext\b|\bnext\b.*\btopics?\b/i.test(text)
  )
}
