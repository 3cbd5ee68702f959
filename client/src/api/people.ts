import type { NotePeopleAnswer, PeopleCorrected, PeopleCorrection, PeopleList } from '@minutebook/shared/api'
import { request, requestJson, type Result } from './request.ts'

/** One page of the people of all notes. */
export function listPeople(
  { query, team, cursor }: { query: string; team: string; cursor: string },
  signal?: AbortSignal,
): Promise<Result<PeopleList>> {
  const search = new URLSearchParams({ limit: '200' })
  if (query) search.set('query', query)
  if (team) search.set('team', team)
  if (cursor) search.set('cursor', cursor)
  return requestJson(`/api/people?${search}`, signal ? { signal } : {})
}

/** What is known of people in a note's teams. */
export function fetchNotePeople(noteId: string, signal: AbortSignal): Promise<Result<NotePeopleAnswer>> {
  return requestJson(`/api/notes/${encodeURIComponent(noteId)}/people`, { signal })
}

/** Says whom a label means, or who is who. */
export function correctPeople(correction: PeopleCorrection): Promise<Result<PeopleCorrected>> {
  return requestJson('/api/people/corrections', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(correction),
  })
}

/** Takes back what was said. */
export function undoCorrection(id: number): Promise<Result<Response>> {
  return request(`/api/people/corrections/${id}`, { method: 'DELETE' })
}
