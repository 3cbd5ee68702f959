import type { NewNote, Note, NoteList } from '@minutebook/shared/api'
import { request, requestJson, type Result } from './request.ts'

/** One page of the list of notes. */
export function listNotes(
  {
    query,
    team,
    cursor,
    limit,
    ids = [],
  }: { query?: string; team?: string; cursor?: string; limit?: number; ids?: readonly string[] },
  signal?: AbortSignal,
): Promise<Result<NoteList>> {
  const search = new URLSearchParams()
  if (query) search.set('query', query)
  if (team) search.set('team', team)
  if (cursor) search.set('cursor', cursor)
  if (limit !== undefined) search.set('limit', String(limit))
  for (const id of ids) search.append('id', id)
  return requestJson(`/api/notes?${search}`, signal ? { signal } : {})
}

/** One note as the lists know it. */
export function fetchNote(id: string, signal?: AbortSignal): Promise<Result<Note>> {
  return requestJson(`/api/notes/${encodeURIComponent(id)}`, signal ? { signal } : {})
}

export function createNote(note: NewNote): Promise<Result<Note>> {
  return requestJson('/api/notes', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(note),
  })
}

/** Makes a note of Markdown, byte for byte. @param fileName says the day and the title where the Markdown does not */
export function importNote(markdown: Blob | string, fileName?: string): Promise<Result<Note>> {
  const search = fileName === undefined ? '' : `?name=${encodeURIComponent(fileName)}`
  return requestJson(`/api/notes${search}`, {
    method: 'POST',
    headers: { 'content-type': 'text/markdown' },
    body: markdown,
  })
}

export function deleteNote(id: string): Promise<Result<Response>> {
  return request(`/api/notes/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

/** The note's Markdown as the server has it, and the name of its file. */
export async function fetchMarkdown(id: string): Promise<Result<{ bytes: Blob; fileName: string }>> {
  const answer = await request(`/api/notes/${encodeURIComponent(id)}/markdown?download=1`, {
    headers: { accept: 'text/markdown' },
  })
  if (!answer.ok) return answer
  const disposition = answer.value.headers.get('content-disposition') ?? ''
  return { ok: true, value: { bytes: await answer.value.blob(), fileName: fileNameOf(disposition) } }
}

/** The file name in a `Content-Disposition`, the extended form first; `note.md` where it has none. */
export function fileNameOf(disposition: string): string {
  const extended = /filename\*=utf-8''([^;]+)/i.exec(disposition)?.[1]
  if (extended !== undefined) {
    try {
      return decodeURIComponent(extended.trim())
    } catch {
      // not percent-encoded UTF-8: the plain form holds
    }
  }
  return (
    /filename="([^"]+)"/i.exec(disposition)?.[1] ?? /filename=([^;"]+)/i.exec(disposition)?.[1]?.trim() ?? 'note.md'
  )
}
