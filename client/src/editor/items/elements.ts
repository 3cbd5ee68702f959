import { chipRem } from './chips.ts'
import type { Face } from './context.ts'
import type { Urgency } from '../../ui/due.ts'

/** What the pill of a due date shows. */
export interface Pill {
  label: string
  urgency: Urgency
}

/**
 * The box of an item, and the chips of labels that do not stand in its line.
 *
 * @param labels `?` is the chip of nobody
 */
export function frontElement(
  done: boolean,
  labels: readonly string[],
  faceOf: ((label: string) => Face) | null,
): HTMLElement {
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
  chip.append(apart(label))
  chip.title = face ? `${face.title}, from the line above` : 'Nobody yet'
  chip.style.setProperty('--chip', `${chipRem(label).toFixed(3)}rem`)
  if (face) chip.style.setProperty('--person', face.color)
  return chip
}

/** The pill of a due date. */
export function pillElement({ label, urgency }: Pill): HTMLElement {
  const pill = document.createElement('button')
  pill.type = 'button'
  pill.tabIndex = -1
  pill.contentEditable = 'false'
  pill.className = urgency === 'later' ? 'due' : `due ${urgency}`
  if (urgency === 'late') {
    const word = document.createElement('span')
    word.className = 'sr'
    word.append(apart('late, '))
    pill.append(word)
  }
  pill.append(apart(label))
  return pill
}

/** Words that say nothing of the direction of the line that they are drawn in. [E150] */
export function apart(words: string): HTMLElement {
  const element = document.createElement('bdi')
  element.textContent = words
  return element
}
