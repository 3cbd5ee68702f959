import { Decoration } from '@tiptap/pm/view'
import type { Reading } from '@minutebook/shared/meeting'
import { chipRem, frontRem, saidBefore, todoJointRem, words } from './chips.ts'
import type { ItemContext } from './context.ts'
import { dueLabel, urgencyOf } from '../../ui/due.ts'
import { hiddenByPill } from './due.ts'
import { frontElement, pillElement, type Pill } from './elements.ts'
import type { Items, PlacedReading } from './reading-state.ts'

const spec = { kind: 'line' }

/** Draws a TODO: its box, the chips of its owners, its due date. */
export function drawTodo(placed: PlacedReading, items: Items): Decoration[] {
  const { at, paragraph, reading } = placed
  const handed = handedOn(reading)
  const handedRem = handed.reduce((sum, label) => sum + chipRem(label), todoJointRem)
  const isSaid = saidBefore(reading, paragraph.textContent) > 0
  const lead = isSaid && handed.length === 0 ? 0 : frontRem(reading, todoJointRem) || handedRem
  const due = reading.due ? pillOf(reading.due.date, items.context, reading.done) : null
  const style = `--lead: ${lead.toFixed(3)}rem; --tail: ${due ? (due.label.length * 0.42 + 2.6).toFixed(3) : 0}rem`
  const drawn = [
    Decoration.node(at, at + paragraph.nodeSize, { class: reading.done ? 'todo done' : 'todo', style }, spec),
    Decoration.widget(at + 1, () => frontElement(reading.done, handed, items.faceOf), {
      key: `front-${reading.done}-${handed.map((label) => `${label} ${items.faceOf(label).color}`).join()}`,
      ...spec,
      side: -2,
      ignoreSelection: true,
    }),
    ...words(placed, items, 'owner', todoJointRem),
    ...(reading.done
      ? [Decoration.inline(at + 1 + reading.textFrom, at + paragraph.nodeSize - 1, { class: 'struck' }, spec)]
      : []),
  ]
  if (due && reading.due) {
    drawn.push(
      Decoration.widget(at + 1, () => pillElement(due), {
        key: `due-${due.label}-${due.urgency}`,
        ...spec,
        side: -1,
        ignoreSelection: true,
      }),
    )
    const hidden = hiddenWords(placed)
    const isTouched = hidden && items.caret !== null && hidden.from < items.caret && items.caret <= hidden.to
    if (hidden && !isTouched) drawn.push(Decoration.inline(hidden.from, hidden.to, { class: 'due-words' }, spec))
  }
  return drawn
}

/** The labels that the line above gives to the item, `?` where it has no owner at all. */
function handedOn(reading: Reading): string[] {
  if (reading.owners.length === 0) return ['?']
  return reading.ownersFrom === 'above' ? reading.owners.map(({ label }) => label) : []
}

/** The positions of the words that the pill of a TODO stands for, or `null` where there are none or they must stay. */
export function hiddenWords({ reading, paragraph, at }: PlacedReading): { from: number; to: number } | null {
  if (reading.kind !== 'todo' || !reading.due) return null
  const hidden = hiddenByPill(paragraph.textBetween(0, paragraph.content.size, undefined, '\uFFFC'), reading.due)
  return hidden && { from: at + 1 + hidden.from, to: at + 1 + hidden.to }
}

function pillOf(date: string, { today, day }: ItemContext, done: boolean): Pill {
  const urgency = urgencyOf(date, today, done)
  return { label: dueLabel(date, day ?? today, urgency), urgency }
}
