import type { Node } from '@tiptap/pm/model'
import { Decoration } from '@tiptap/pm/view'
import type { AgendaPoint } from '@minutebook/shared/meeting'
import { clockWords, isOver, minutesSince } from './clock.ts'

/** A point of the agenda and where it stands in the document. */
export interface PlacedPoint {
  point: AgendaPoint
  /** the position before its list item */
  at: number
  /** its list item */
  node: Node
}

/** The words of a point that say only how long it is to take, as positions; null where they must stay. */
export function hiddenMinutes({ point, at }: PlacedPoint): { from: number; to: number } | null {
  if (!point.minutesAt) return null
  return { from: at + 2 + point.minutesAt.from, to: at + 2 + point.minutesAt.to }
}

/** Whether the caret is in the words that its clock stands for, so that they must show. */
export function isMinutesTouched(placed: PlacedPoint, caret: number | null): boolean {
  const hidden = hiddenMinutes(placed)
  return hidden !== null && caret !== null && hidden.from < caret && caret <= hidden.to
}

/** Draws a point: its round box, how long it takes, and that it is the present one. */
export function drawPoint(placed: PlacedPoint, isTouched: boolean): Decoration[] {
  const { point, at, node } = placed
  const isNow = point.state === 'now'
  const attributes: Record<string, string> = { class: point.state === 'discussed' ? 'topic discussed' : 'topic' }
  if (isNow) attributes['aria-current'] = 'step'
  const look = [point.state, point.box, point.minutes, isNow ? point.since : ''].join()
  const drawn = [
    Decoration.node(at, at + node.nodeSize, attributes),
    Decoration.widget(at + 2, () => frontElement(point), { key: `topic-${look}`, side: -3, ignoreSelection: true }),
  ]
  const hidden = isTouched ? null : hiddenMinutes(placed)
  if (hidden) drawn.push(Decoration.inline(hidden.from, hidden.to, { class: 'due-words' }))
  return drawn
}

/** A Markdown box is drawn as such already. */
function frontElement(point: AgendaPoint): HTMLElement {
  const front = document.createElement('span')
  front.className = 'topic-front'
  front.contentEditable = 'false'
  if (point.box === null) {
    const box = document.createElement('input')
    box.type = 'checkbox'
    box.className = 'check round'
    box.tabIndex = -1
    box.setAttribute('aria-label', 'Discussed')
    box.checked = point.state === 'discussed'
    front.append(box)
  }
  const time = document.createElement('time')
  if (point.state === 'now' && point.since !== null) time.dataset['since'] = point.since
  if (point.minutes !== null) time.dataset['minutes'] = String(point.minutes)
  showTime(time, Date.now())
  front.append(time)
  return front
}

/** Writes how long a point has taken by now into its clock. */
export function showTime(time: HTMLElement, nowMs: number): void {
  const { since, minutes } = time.dataset
  const planned = minutes === undefined ? null : Number(minutes)
  const elapsed = minutesSince(since ?? null, nowMs)
  const words = clockWords(elapsed, planned)
  if (time.textContent !== words) time.textContent = words
  time.classList.toggle('tone-warn', isOver(elapsed, planned))
}
