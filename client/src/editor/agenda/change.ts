import type { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { changeAgenda, type AgendaChange } from '@minutebook/shared/doc'
import { nextPoint, type AgendaPoint } from '@minutebook/shared/meeting'
import { closeStep } from '../clipboard/step.ts'
import { viewOf } from './state.ts'

/** Says that a point is discussed, or takes that back. Where it was the present one, the next one is. */
export function toggleDiscussed(state: EditorState, point: AgendaPoint): void {
  const { points } = viewOf(state)
  if (point.state === 'discussed') return change(state, [{ point, discussed: false }])
  const hasNow = points.some((each) => each.state === 'now')
  const goesOn = point.state === 'now' || !hasNow
  const next = goesOn ? nextPoint(points, points.indexOf(point)) : null
  const changes: AgendaChange[] = [{ point, discussed: true }]
  if (next && next.since === null) changes.push({ point: next, started: true })
  return change(state, changes)
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

/** Makes changes as one step of undo. */
function change(state: EditorState, changes: readonly AgendaChange[]): void {
  const { doc, now } = viewOf(state).source
  closeStep(state)
  changeAgenda(doc, changes, now(), ySyncPluginKey)
  closeStep(state)
}
