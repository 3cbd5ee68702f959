import type { Node } from '@tiptap/pm/model'
import { Decoration } from '@tiptap/pm/view'
import type { Reading } from '@minutebook/shared/meeting'
import { chipRem, frontRem, todoJointRem, words } from './chips.ts'
import type { Face, ItemContext } from './context.ts'
import { dueLabel, hiddenByPill, urgencyOf, type Urgency } from './due.ts'
import type { Items, PlacedReading } from './items.ts'

/** Draws a TODO: its box, the chips of its owners, its due date. */
export function drawTodo(placed: PlacedReading, items: Items): Decoration[] {
  const { at, paragraph, reading } = placed
  const handed = handedOn(reading)
  const lead = frontRem(reading, todoJointRem) || handed.reduce((sum, label) => sum + chipRem(label), todoJointRem)
  const due = reading.due ? pillOf(reading.due.date, items.context, reading.done) : null
  const style = `--lead: ${lead.toFixed(3)}rem; --tail: ${due ? (due.label.length * 0.42 + 2.6).toFixed(3) : 0}rem`
  const drawn = [
    Decoration.node(at, at + paragraph.nodeSize, { class: reading.done ? 'todo done' : 'todo', style }),
    Decoration.widget(at + 1, () => frontElement(reading.done, handed, items.faceOf), {
      key: `front-${reading.done}-${handed.map((label) => `${label} ${items.faceOf(label).color}`).join()}`,
      side: -2,
      ignoreSelection: true,
    }),
    ...words(placed, items, 'owner', todoJointRem),
    ...(reading.done
      ? [Decoration.inline(at + 1 + reading.textFrom, at + paragraph.nodeSize - 1, { class: 'struck' })]
      : []),
  ]
  if (due && reading.due) {
    drawn.push(
      Decoration.widget(at + 1, () => pillElement(due), {
        key: `due-${due.label}-${due.urgency}`,
        side: -1,
        ignoreSelection: true,
      }),
    )
    const hidden = hiddenWords(placed)
    const isTouched = hidden && items.caret !== null && hidden.from < items.caret && items.caret <= hidden.to
    if (hidden && !isTouched) drawn.push(Decoration.inline(hidden.from, hidden.to, { class: 'due-words' }))
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

interface Pill {
  label: string
  urgency: Urgency
}

function pillOf(date: string, { today, day }: ItemContext, done: boolean): Pill {
  const urgency = urgencyOf(date, today, done)
  return { label: dueLabel(date, day ?? today, urgency), urgency }
}

/** Draws the boxes of list items that have one but are no TODO, such as who was there. */
export function drawBoxes(doc: Node, { placed }: Items): Decoration[] {
  const drawn = new Set(placed.filter(({ reading }) => reading.kind === 'todo' && reading.box).map(({ at }) => at))
  const decorations: Decoration[] = []
  doc.descendants((node, position) => {
    if (node.isTextblock || node.type.name === 'table') return false
    if (node.type.name !== 'listItem' || node.attrs['checked'] === null || drawn.has(position + 1)) return true
    const isInLine = node.firstChild?.isTextblock === true
    decorations.push(
      Decoration.node(position, position + node.nodeSize, { class: 'boxed' }),
      Decoration.widget(position + (isInLine ? 2 : 1), () => frontElement(node.attrs['checked'] === true, [], null), {
        key: `box-${String(node.attrs['checked'])}`,
        side: -2,
        ignoreSelection: true,
      }),
    )
    return true
  })
  return decorations
}

function frontElement(done: boolean, labels: readonly string[], faceOf: ((label: string) => Face) | null): HTMLElement {
  const front = document.createElement('span')
  front.className = 'front'
  front.contentEditable = 'false'
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.className = 'check'
  box.tabIndex = -1
  box.setAttribute('aria-label', 'Done')
  box.checked = done
  front.append(box)
  for (const label of labels) front.append(handedChip(label, faceOf))
  return front
}

function handedChip(label: string, faceOf: ((label: string) => Face) | null): HTMLElement {
  const chip = document.createElement('button')
  const face = label === '?' ? null : faceOf?.(label)
  chip.type = 'button'
  chip.tabIndex = -1
  chip.className = face ? 'owner' : 'owner none'
  chip.textContent = label
  chip.title = face ? `${face.title}, from the line above` : 'Nobody yet'
  chip.style.setProperty('--chip', `${chipRem(label).toFixed(3)}rem`)
  if (face) chip.style.setProperty('--person', face.color)
  return chip
}

function pillElement({ label, urgency }: Pill): HTMLElement {
  const pill = document.createElement('button')
  pill.type = 'button'
  pill.tabIndex = -1
  pill.contentEditable = 'false'
  pill.className = urgency === 'later' ? 'due' : `due ${urgency}`
  if (urgency === 'late') {
    const word = document.createElement('span')
    word.className = 'sr'
    word.textContent = 'late, '
    pill.append(word)
  }
  pill.append(label)
  return pill
}
