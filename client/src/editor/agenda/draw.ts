import type { Node } from '@tiptap/pm/model'
import { Decoration } from '@tiptap/pm/view'
import type { AgendaPoint } from '@minutebook/shared/meeting'
import { clockWords, isOver, minutesSince } from '../../agenda/clock.ts'

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

/** Where the caret is in the line of a point: before, or in the words that its clock stands for. */
export type CaretIn = 'words' | 'minutes' | null

/** Draws a point: its round box, how long it takes, what starts it, and that it is the present one. */
export function drawPoint(placed: PlacedPoint, caretIn: CaretIn): Decoration[] {
  const { point, at, node } = placed
  const isNow = point.state === 'now'
  const classes = ['topic', ...(point.state === 'discussed' ? ['discussed'] : []), ...(caretIn ? ['here'] : [])]
  const attributes: Record<string, string> = { class: classes.join(' ') }
  if (isNow) attributes['aria-current'] = 'step'
  const look = [point.state, point.box, point.minutes, point.since, isNow ? point.spent : ''].join()
  const drawn = [
    Decoration.node(at, at + node.nodeSize, attributes),
    Decoration.widget(at + 2, () => frontElement(point), { key: `topic-${look}`, side: -3, ignoreSelection: true }),
  ]
  const hidden = caretIn === 'minutes' ? null : hiddenMinutes(placed)
  if (hidden) drawn.push(Decoration.inline(hidden.from, hidden.to, { class: 'due-words' }))
  return drawn
}

function frontElement(point: AgendaPoint): HTMLElement {
  const front = document.createElement('span')
  front.className = 'topic-front'
  front.contentEditable = 'false'
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.className = 'check round'
  box.tabIndex = -1
  box.setAttribute('aria-label', 'Discussed')
  box.checked = point.state === 'discussed'
  const end = document.createElement('span')
  end.className = 'topic-end'
  if (point.state !== 'now') end.append(startButton())
  const time = document.createElement('time')
  if (point.since !== null) Object.assign(time.dataset, { since: point.since, spent: String(point.spent) })
  if (point.minutes !== null) time.dataset['minutes'] = String(point.minutes)
  showTime(time, Date.now())
  end.append(time)
  front.append(box, end)
  return front
}

function startButton(): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn quiet small begin'
  button.tabIndex = -1
  button.textContent = 'Start'
  return button
}

/** Writes how long a point has taken by now into its clock. */
export function showTime(time: HTMLElement, nowMs: number): void {
  const { since, spent, minutes } = time.dataset
  const planned = minutes === undefined ? null : Number(minutes)
  const elapsed = minutesSince(since ?? null, nowMs, Number(spent ?? 0))
  const words = clockWords(elapsed, planned)
  if (time.textContent !== words) time.textContent = words
  time.classList.toggle('tone-warn', isOver(elapsed, planned))
}
