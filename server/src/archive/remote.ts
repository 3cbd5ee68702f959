import { Failure, Note, NoteList } from '@minutebook/shared/api'
import { hasDayOfName } from '@minutebook/shared/note'

/** A running server, as the command line asks it. */
export interface Remote {
  images: RemoteImages
  /**
   * Makes a note from a file. Resolves with the address of its page, and whether its day is that of the name, or with the
   * reason why the server refuses.
   */
  add(bytes: Uint8Array, name: string): Promise<{ id: string; url: string; isDayOfName: boolean } | { refused: string }>
  /** The ids of all notes. */
  ids(): Promise<string[]>
  /** The file of a note; null where it was deleted meanwhile. */
  markdown(id: string): Promise<{ name: string; bytes: Uint8Array } | null>
}

/** The images of notes, as the command line asks a server. */
export interface RemoteImages {
  /** Keeps an image with a note. False where the server refuses it. */
  add(noteId: string, bytes: Uint8Array): Promise<boolean>
  /** An image of a note; null where the note does not have it. */
  bytes(noteId: string, name: string): Promise<Uint8Array | null>
}

/** The server cannot be reached, or answers with what is no answer of Minutebook. */
export class Unreachable extends Error {
  override name = 'Unreachable'
}

/** @param server its origin, such as `http://localhost:3000` */
export function createRemote(server: string, fetch: typeof globalThis.fetch): Remote {
  const origin = server.replace(/\/+$/, '')
  const ask = async (path: string, init?: RequestInit): Promise<Response> => {
    try {
      return await fetch(`${origin}${path}`, init)
    } catch (error) {
      throw new Unreachable(`There is no server at ${origin}. Start it, or name another with --server.`, {
        cause: error,
      })
    }
  }
  const strange = (path: string, status: number) =>
    new Unreachable(`${origin}${path} answered ${status}, which is no answer of Minutebook.`)

  return {
    images: {
      async add(noteId, bytes) {
        const path = `/api/notes/${noteId}/images`
        const headers = { 'Content-Type': 'image/png' } // whatever it is: the server looks at the bytes
        const response = await ask(path, { method: 'POST', headers, body: new Uint8Array(bytes) })
        if (response.status >= 500) throw strange(path, response.status)
        await response.body?.cancel()
        return response.status === 201
      },
      async bytes(noteId, name) {
        const path = `/api/notes/${noteId}/images/${name}`
        const response = await ask(path)
        if (response.status === 404) return null
        if (!response.ok) throw strange(path, response.status)
        return new Uint8Array(await response.arrayBuffer())
      },
    },
    async add(bytes, name) {
      const response = await ask(`/api/notes?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
        body: new Uint8Array(bytes),
      })
      const answer: unknown = await response.json().catch(() => null)
      if (response.status === 201) {
        const note = Note.parse(answer)
        return { id: note.id, url: `${origin}/n/${note.id}`, isDayOfName: hasDayOfName(note) }
      }
      const failure = Failure.safeParse(answer)
      if (!failure.success) throw strange('/api/notes', response.status)
      return { refused: failure.data.error.message }
    },
    async ids() {
      const ids: string[] = []
      let cursor: string | null = null
      do {
        const path = `/api/notes?limit=200${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`
        const response = await ask(path)
        const page = NoteList.safeParse(await response.json().catch(() => null))
        if (!page.success) throw strange(path, response.status)
        ids.push(...page.data.notes.map(({ id }) => id))
        cursor = page.data.nextCursor
      } while (cursor !== null)
      return ids
    },
    async markdown(id) {
      const path = `/api/notes/${id}/markdown?download=1`
      const response = await ask(path)
      if (response.status === 404) return null
      if (!response.ok) throw strange(path, response.status)
      const name = nameIn(response.headers.get('Content-Disposition') ?? '') ?? `${id}.md`
      return { name, bytes: new Uint8Array(await response.arrayBuffer()) }
    },
  }
}

function nameIn(disposition: string): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1]
  return encoded === undefined ? /filename="([^"]+)"/.exec(disposition)?.[1] : decodeURIComponent(encoded)
}
