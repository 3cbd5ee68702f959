import { Decoration } from '@tiptap/pm/view'
import { labelsInFront, type Label, type Reading } from '@minutebook/shared/meeting'
import type { Items, PlacedReading } from './reading-state.ts'

/** The blank between the chip of a speaker and what is said. */
export const saidJointRem = 0.7

/** The blank between the chips of owners and what there is to do. */
export const todoJointRem = 0.625

const narrowJointRem = 0.1875

const spec = { kind: 'line' }

/** The width of a label's chip. It is set, not measured, so that the lines below it can stand under the words. */
export function chipRem(label: string): number {
  const letters = Array.from(label).reduce(
    (sum, letter) => sum + (/[mwMWĂ@]/.test(letter) ? 0.64 : /[iljtfrI.' ]/.test(letter) ? 0.28 : 0.5),
    0,
  )
  return Math.max(1.9, letters + 0.7)
}

/** Where the words end that stay before a marker: who says so in `Lee: ACTION - Ann: …`. */
export function saidBefore(reading: Reading, text: string): number {
  const from = reading.marker?.from ?? 0
  const isOwner = labelsInFront(reading).some((label) => label.from < from)
  return isOwner || text.slice(0, from).trim() === '' ? 0 : from
}

/** The width of the chips and joints before the item's own words. */
export function frontRem(reading: Reading, jointRem: number): number {
  const labels = labelsInFront(reading)
  const chips = labels.reduce((sum, label) => sum + chipRem(label.label), 0)
  return labels.length === 0 ? 0 : chips + (labels.length - 1) * narrowJointRem + jointRem
}

/** The width of a blank in the note's font. The last blank before words stays, so that the caret has a place there. */
const blankRem = 0.28

/** Draws labels as chips, and hides the marker and the signs between them. */
export function words(
  { at, reading, paragraph }: PlacedReading,
  items: Items,
  className: 'owner' | 'speaker',
  jointRem: number,
): Decoration[] {
  const start = at + 1
  const text = paragraph.textBetween(0, paragraph.content.size, undefined, '\uFFFC')
  const decorations: Decoration[] = []
  const hide = (from: number, to: number, kind: 'marker' | 'joint', widthRem: number) => {
    const isBlank = /\s/.test(text[to - 1] ?? '')
    const end = isBlank ? to - 1 : to
    if (end <= from || (!isBlank && items.caret === start + to)) return
    const style = `--width: ${(widthRem - (isBlank ? blankRem : 0)).toFixed(3)}rem`
    decorations.push(Decoration.inline(start + from, start + end, { class: kind, style }, spec))
  }
  const front = labelsInFront(reading)
  const said = saidBefore(reading, text)
  let end = said
  front.forEach((label, index) => {
    const isFirst = index === 0
    if (isFirst) hide(said, label.from, 'marker', 0)
    else if (label.from - end === 1)
      decorations.push(Decoration.inline(start + end, start + label.from, { class: 'slash' }, spec))
    else hide(end, label.from, 'joint', narrowJointRem)
    decorations.push(chip(start, label, items, isFirst && said === 0 ? `${className} first` : className))
    end = label.to
  })
  if (front.length > 0) hide(end, reading.textFrom, 'joint', jointRem)
  else hide(end, reading.textFrom, 'marker', 0)
  if (reading.ownersFrom === 'above') return decorations
  const inWords = reading.owners.filter((label) => label.to > reading.textFrom)
  return [...decorations, ...inWords.map((label) => chip(start, label, items, className))]
}

function chip(start: number, { label, from, to }: Label, items: Items, className: string): Decoration {
  const { color, title, isUnsure } = items.faceOf(label)
  return Decoration.inline(
    start + from,
    start + to,
    {
      class: isUnsure ? `${className} unsure` : className,
      style: `--person: ${color}; --chip: ${chipRem(label).toFixed(3)}rem`,
      title,
    },
    spec,
  )
}
