import type { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { changeAgenda, type AgendaChange } from '@minutebook/shared/doc'
import { nextPoint, type AgendaPoint } from '@minutebook/shared/meeting'
import { closeStep } from '../clipboard/step.ts'
import { viewOf } from './state.ts'

/** Says that a point is discussed, or takes that back. Where it was the present one, the next one is. */
export function toggleDiscussed(state: EditorState, point: AgendaPoint): void {
  const { points } = viewOf(state)
  const now = asItIs(points, point)
  if (!now) return
  if (now.state === 'discussed') return change(state, [{ point: now, discussed: false }])
  const hasNow = points.some((each) => each.state === 'now')
  const goesOn = now.state === 'now' || !hasNow
  const next = goesOn ? nextPoint(points, points.indexOf(now)) : null
  const changes: AgendaChange[] = [{ point: now, discussed: true }]
  if (next) changes.push({ point: next, started: true })
  return change(state, changes)
}

/** Goes on with a point, also out of order. What was the present one stays open; a discussed one is open again. */
export function startPoint(state: EditorState, point: AgendaPoint): void {
  const now = asItIs(viewOf(state).points, point)
  if (!now || now.state === 'now') return
  change(state, [{ point: now, started: true, ...(now.state === 'discussed' ? { discussed: false } : {}) }])
}

/** Ticks the present point and goes on to the next one; begins with the first where none is present. */
export function moveOn(state: EditorState): void {
  const { points } = viewOf(state)
  const present = points.find((point) => point.state === 'now')
  if (present) return toggleDiscussed(state, present)
  const first = nextPoint(points, -1)
  if (first) change(state, [{ point: first, started: true }])
  return undefined
}

/** The point as it is by now: what was pressed may be older than the last edit of somebody else. */
function asItIs(points: readonly AgendaPoint[], { id, text }: AgendaPoint): AgendaPoint | undefined {
  return points.find((point) => id !== null && point.id === id) ?? points.find((point) => point.text === text)
}

/** Makes changes as one step of undo. */
function change(state: EditorState, changes: readonly AgendaChange[]): void {
  const { doc, now } = viewOf(state).source
  closeStep(state)
  changeAgenda(doc, changes, now(), ySyncPluginKey)
  closeStep(state)
}
