import { attribute, remembered, textOf, type DocNode, type Path } from '../schema/node.ts'
import { skipBlanks } from './labels.ts'
import { readMarker } from './markers.ts'
import { headingText } from './outline.ts'
import type { Span } from './reading.ts'

/** One point of the agenda: an item of a list that stands directly in a section for it. */
export interface AgendaItem {
  /** the list item */
  item: Path
  /** its first paragraph, whose words name it */
  path: Path
  /** the section's heading */
  heading: Path
  /** its words, without what says how long it is to take */
  text: string
  /** how long it is to take; null where it does not say */
  minutes: number | null
  /** the words that say no more than that, with the blank before them, as offsets in the paragraph; null without such */
  minutesAt: Span | null
  /** whether its Markdown box is ticked; null where it has none */
  box: boolean | null
  /** the paragraph's id, by which the live state knows it; null before it has any */
  id: string | null
}

const before = /^(?:(?:the|our|your|call|meeting|team|today['’]?s|new|proposed|suggested|draft|open) )*/
const after = /(?: (?:items?|topics?|points?))?(?: for (?:today|(?:this|the|today['’]?s) (?:meeting|call)))?$/
const title = new RegExp(`${before.source}agendas?${after.source}`)

/** Whether a heading, without its leading emoji, begins the agenda of this meeting. */
export function isAgendaTitle(text: string): boolean {
  const plain = text
    .toLowerCase()
    .replace(/\([^)]*\)|:[\w+-]+:|[*_`]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s:.]+$/, '')
    .trim()
  return title.test(plain)
}

const beginsAgenda = remembered((heading: DocNode) => isAgendaTitle(headingText(heading)))

/** The points of the agenda in the order of the note. */
export function readAgenda(body: DocNode): AgendaItem[] {
  const items: AgendaItem[] = []
  let heading: Path | null = null
  for (const [index, block] of (body.content ?? []).entries()) {
    if (block.type === 'heading') heading = beginsAgenda(block) ? [index] : null
    else if (heading && (block.type === 'bulletList' || block.type === 'orderedList')) {
      for (const [place, item] of (block.content ?? []).entries()) {
        const point = pointOf(item, [index, place], heading)
        if (point) items.push(point)
      }
    }
  }
  return items
}

function pointOf(item: DocNode, path: Path, heading: Path): AgendaItem | null {
  const paragraph = item.content?.[0]
  if (paragraph?.type !== 'paragraph') return null
  const words = textOf(paragraph)
  if (/^[\s.…]*$/.test(words) || readMarker(words, skipBlanks(words, 0), 'owner', {})?.kind === 'todo') return null
  const time = readMinutes(words)
  const id = attribute(paragraph, 'id')
  const box = attribute(item, 'checked')
  const text = time?.at ? words.slice(0, time.at.from) + words.slice(time.at.to) : words
  return {
    item: path,
    path: [...path, 0],
    heading,
    text: (text.split('\n')[0] ?? '').replaceAll('\uFFFC', '').trim(),
    minutes: time?.minutes ?? null,
    minutesAt: time?.at ?? null,
    box: typeof box === 'boolean' ? box : null,
    id: typeof id === 'string' ? id : null,
  }
}

const unit = String.raw`(?:min(?:ute)?s?\.?|m|['’′])`
const bracketed = new RegExp(String.raw`\s*[([]\s*(\d{1,3})\s?${unit}(?=[\s,;)\]])([^()[\]\n]*)[)\]]`, 'i')
const trailing = /\s*[-–—:,·|]\s*(\d{1,3})\s?min(?:ute)?s?\.?\s*$/i

/** `(10 min)`, `(5m, Ann)`, `– 10 minutes`: how long, and the words where they say no more than that. */
function readMinutes(words: string): { minutes: number; at: Span | null } | null {
  const line = words.split('\n')[0] ?? ''
  const match = bracketed.exec(line) ?? trailing.exec(line)
  const minutes = Number(match?.[1])
  if (!match || !(minutes > 0)) return null
  const isAlone = (match[2] ?? '').trim() === ''
  return { minutes, at: isAlone ? { from: match.index, to: match.index + match[0].length } : null }
}
