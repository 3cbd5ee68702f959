import type { CarriedTodos, NextMeeting } from '@minutebook/shared/api'
import { requestJson, type Result } from './request.ts'

/** When the next meeting after a note would be, and the note of it that there is already. */
export function planNext(noteId: string): Promise<Result<NextMeeting>> {
  return requestJson(`/api/notes/${encodeURIComponent(noteId)}/next`)
}

/** The TODOs of a note that came along from earlier meetings. */
export function listCarried(noteId: string): Promise<Result<CarriedTodos>> {
  return requestJson(`/api/notes/${encodeURIComponent(noteId)}/carried`)
}
