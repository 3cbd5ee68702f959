import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { CarriedTodos, NewNote, NewNoteQuery, NextMeeting, Note, NoteList, NotesQuery } from '@minutebook/shared/api'
import { template } from '@minutebook/shared/note'
import { imageNamesIn } from '@minutebook/shared/wire'
import type { Source } from '../reader/first-update.ts'
import { json, refusing } from './answers.ts'
import { bodyType, readJson, readText } from './body.ts'
import { notStored } from './errors.ts'
import { localTime } from './local-time.ts'
import { nextNote, planNext } from './next-note.ts'
import { admit, noteNotFound, visible, type RouteParts } from './parts.ts'

const params = z.object({ id: z.string() })

const create = createRoute({
  method: 'post',
  path: '/api/notes',
  summary: 'Make a note, from Markdown or from a template',
  request: { query: NewNoteQuery },
  responses: {
    201: {
      ...json('The note.', Note),
      headers: { Location: { schema: { type: 'string' as const }, description: 'The page of the note, `/n/ID`.' } },
    },
    ...refusing(
      'invalid_json',
      'invalid_request',
      'wrong_origin',
      'no_access',
      'note_not_found',
      'too_large',
      'unsupported_media_type',
      'not_utf8',
      'not_text',
      'too_complex',
      'not_stored',
    ),
  },
})

const list = createRoute({
  method: 'get',
  path: '/api/notes',
  summary: 'Notes, newest meeting first',
  request: { query: NotesQuery },
  responses: { 200: json('A page of notes.', NoteList), ...refusing('invalid_request') },
})

const get = createRoute({
  method: 'get',
  path: '/api/notes/{id}',
  summary: 'A note with its front matter',
  request: { params },
  responses: { 200: json('The note.', Note), ...refusing('no_access', 'note_not_found') },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/notes/{id}',
  summary: 'Delete a note',
  request: { params },
  responses: {
    204: { description: 'It is deleted.' },
    ...refusing('wrong_origin', 'no_access', 'note_not_found', 'not_stored'),
  },
})

const next = createRoute({
  method: 'get',
  path: '/api/notes/{id}/next',
  summary: 'When the next meeting after a note would be, and the note of it that there is already',
  request: { params },
  responses: { 200: json('What making it would do.', NextMeeting), ...refusing('no_access', 'note_not_found') },
})

const carried = createRoute({
  method: 'get',
  path: '/api/notes/{id}/carried',
  summary: 'The TODOs of a note that came along from earlier meetings',
  request: { params },
  responses: {
    200: json('In the order in which they stand.', CarriedTodos),
    ...refusing('no_access', 'note_not_found'),
  },
})

export function mountNotes(app: OpenAPIHono, parts: RouteParts): void {
  const { rooms, images, ledger, indexer, log } = parts

  // The handler reads the body itself, so that it stops at the limit; the description still names it.
  app.openAPIRegistry.registerPath({
    ...create,
    request: {
      ...create.request,
      body: {
        required: true,
        content: { 'text/markdown': { schema: z.string() }, 'application/json': { schema: NewNote } },
      },
    },
  })
  app.openapi({ ...create, hide: true }, async (c) => {
    const id = parts.newId()
    const { text, ...source } = await readNew(parts, c.req.raw, c.req.valid('query').name)
    const update = await parts.reader.firstUpdate(text, source)
    await storing(parts, id, rooms.create(id, update))
    const { after } = source
    const names = after ? imageNamesIn(text) : []
    if (after && names.length > 0) await storing(parts, id, images.share(after.noteId, id, names)) // [A121]
    return c.json(await readNote(parts, id), 201, { Location: `/n/${id}` })
  })

  app.openapi(list, async (c) => {
    const page = await ledger.notes(c.req.valid('query'))
    const notes = await visible(parts, page.rows, ({ id }) => id)
    return c.json(
      {
        notes: notes.map(({ frontMatter: _frontMatter, ...note }) => ({ ...note, present: rooms.present(note.id) })),
        nextCursor: page.nextCursor,
      },
      200,
    )
  })

  app.openapi(get, async (c) => {
    const { id } = c.req.valid('param')
    await admit(parts, id, 'view')
    return c.json(await readNote(parts, id), 200)
  })

  app.openapi(next, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await planNext(parts, id, parts.clock.now()), 200)
  })

  app.openapi(carried, async (c) => {
    const { id } = c.req.valid('param')
    await admit(parts, id, 'view')
    await readNote(parts, id)
    const todos = await ledger.carriedFrom(id)
    return c.json({ todos: await visible(parts, todos, ({ first }) => first.noteId) }, 200)
  })

  app.openapi(remove, async (c) => {
    const { id } = c.req.valid('param')
    await admit(parts, id, 'edit')
    if (!(await storing(parts, id, rooms.remove(id)))) throw noteNotFound(id)
    await indexer.forget(id)
    images.sweep().catch((error: unknown) => log.error('removed images still take room', { noteId: id, err: error }))
    return c.body(null, 204)
  })
}

/** A note as the ledger knows it once it has caught up. [A11] */
async function readNote({ rooms, ledger, indexer }: RouteParts, id: string): Promise<Note> {
  await indexer.settle(id)
  const note = await ledger.note(id)
  if (!note) throw noteNotFound(id)
  return { ...note, present: rooms.present(id) }
}

/** A note that cannot be made or deleted is the store's failure, whatever the store says: the log has it. [A30] */
async function storing<T>({ log }: RouteParts, noteId: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    log.error('a note could not be stored', { noteId, err: error })
    throw notStored()
  }
}

/** The Markdown of the note that a request asks to make, and where it comes from. */
async function readNew(parts: RouteParts, request: Request, fileName?: string): Promise<Source & { text: string }> {
  if (bodyType(request, ['text/markdown', 'application/json']) === 'text/markdown') {
    const text = await readText(request, parts.limits.importBytes)
    return fileName === undefined ? { text } : { text, fileName }
  }
  const { from, template: name = 'blank', title } = await readJson(request, NewNote)
  const now = parts.clock.now()
  if (from !== undefined) return nextNote(parts, from, { now, ...(title === undefined ? {} : { title }) })
  return { text: template(name, { title, ...(name === 'meeting' ? { datetime: localTime(now) } : {}) }) }
}
