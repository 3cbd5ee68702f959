import type { FinishAnswer, Review, Todo, VersionList } from '@minutebook/shared/api'
import { request, requestJson, type Result } from './request.ts'

const json = { 'content-type': 'application/json' }

/** What a meeting leaves open. */
export function fetchReview(noteId: string): Promise<Result<Review>> {
  return requestJson(`/api/notes/${encodeURIComponent(noteId)}/review`)
}

/** @param by what the person calls themselves */
export function finishMeeting(noteId: string, by: string | undefined): Promise<Result<FinishAnswer>> {
  const body = JSON.stringify({ by })
  return requestJson(`/api/notes/${encodeURIComponent(noteId)}/finish`, { method: 'POST', headers: json, body })
}

export function reopenMeeting(noteId: string): Promise<Result<Response>> {
  return request(`/api/notes/${encodeURIComponent(noteId)}/finish`, { method: 'DELETE' })
}

/** Decisions and TODOs as Markdown. */
export async function fetchSummary(noteId: string): Promise<Result<string>> {
  const answer = await request(`/api/notes/${encodeURIComponent(noteId)}/summary`)
  return answer.ok ? { ok: true, value: await answer.value.text() } : answer
}

/** The versions that are kept of a note. */
export function fetchVersions(noteId: string): Promise<Result<VersionList>> {
  return requestJson(`/api/notes/${encodeURIComponent(noteId)}/versions`)
}

/** The Markdown of one of them. */
export async function fetchVersion(noteId: string, number: number): Promise<Result<Blob>> {
  const answer = await request(`/api/notes/${encodeURIComponent(noteId)}/versions/${number}/markdown`)
  return answer.ok ? { ok: true, value: await answer.value.blob() } : answer
}

export function tickTodo(id: string, done: boolean): Promise<Result<Todo>> {
  const body = JSON.stringify({ done })
  return requestJson(`/api/todos/${encodeURIComponent(id)}`, { method: 'PATCH', headers: json, body })
}
