import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { FinishAnswer, FinishMeeting, Review, VersionList } from '@minutebook/shared/api'
import { finish, reopen, type Finished } from '@minutebook/shared/doc'
import { json, refusing } from './answers.ts'
import { bodyType, readJson } from './body.ts'
import { stillUncertain } from './owners.ts'
import { admit, noteNotFound, type RouteParts } from './parts.ts'
import { Refusal } from './refusal.ts'

const params = z.object({ id: z.string() })

const review = createRoute({
  method: 'get',
  path: '/api/notes/{id}/review',
  summary: 'What a meeting leaves open, before it is finished',
  request: { params },
  responses: { 200: json('What is open now.', Review), ...refusing('no_access', 'note_not_found') },
})

const end = createRoute({
  method: 'post',
  path: '/api/notes/{id}/finish',
  summary: 'Finish a meeting: its note is kept as a version, and takes no edit until it is reopened',
  request: { params },
  responses: {
    200: json('Who finished it, and its summary.', FinishAnswer),
    ...refusing(
      'invalid_json',
      'invalid_request',
      'wrong_origin',
      'no_access',
      'note_not_found',
      'too_large',
      'unsupported_media_type',
      'not_stored',
    ),
  },
})

const open = createRoute({
  method: 'delete',
  path: '/api/notes/{id}/finish',
  summary: 'Reopen a finished meeting',
  request: { params },
  responses: {
    204: { description: 'It is open.' },
    ...refusing('wrong_origin', 'no_access', 'note_not_found', 'not_stored'),
  },
})

const summary = createRoute({
  method: 'get',
  path: '/api/notes/{id}/summary',
  summary: 'The decisions and TODOs of a note as Markdown',
  request: { params },
  responses: {
    200: { description: 'The summary.', content: { 'text/markdown': { schema: z.string() } } },
    ...refusing('no_access', 'note_not_found'),
  },
})

const versions = createRoute({
  method: 'get',
  path: '/api/notes/{id}/versions',
  summary: 'The versions that are kept of a note',
  request: { params },
  responses: { 200: json('All of them.', VersionList), ...refusing('no_access', 'note_not_found') },
})

const version = createRoute({
  method: 'get',
  path: '/api/notes/{id}/versions/{number}/markdown',
  summary: 'The bytes of a version as a Markdown file',
  request: { params: params.extend({ number: z.coerce.number().int().min(1) }) },
  responses: {
    200: { description: 'The file.', content: { 'text/markdown': { schema: z.string() } } },
    ...refusing('invalid_request', 'no_access', 'note_not_found', 'version_not_found'),
  },
})

const markdown = { 'Content-Type': 'text/markdown; charset=utf-8' } as const

export function mountFinish(app: OpenAPIHono, parts: RouteParts): void {
  app.openapi(review, async (c) => {
    const { id } = c.req.valid('param')
    await admit(parts, id, 'view')
    const { open, finished, names } = await readEnds(parts, id) // the room is open then, and can ask other processes
    const [uncertainOwners, lost] = await Promise.all([
      stillUncertain(parts, open.uncertainOwners, names),
      parts.rooms.lost(id),
    ])
    const notIn = lost.map(({ name, since }) => ({ name, since: since.toISOString() }))
    return c.json({ finished, ...open, uncertainOwners, notIn }, 200)
  })

  app.openAPIRegistry.registerPath({
    ...end,
    request: { ...end.request, body: { required: true, content: { 'application/json': { schema: FinishMeeting } } } },
  })
  app.openapi({ ...end, hide: true }, async (c) => {
    const { id } = c.req.valid('param')
    bodyType(c.req.raw, ['application/json'])
    const { by = null } = await readJson(c.req.raw, FinishMeeting)
    await admit(parts, id, 'edit')
    const now = parts.clock.now().toISOString()
    const finished = await parts.rooms.change(id, (doc) => finish(doc, { at: now, by }))
    if (!finished) throw noteNotFound(id)
    const update = await parts.rooms.whole(id)
    if (!update) throw noteNotFound(id)
    const [{ summary }, number] = await Promise.all([parts.reader.ends(update, id), keep(parts, id, update, finished)])
    return c.json({ finished, version: number, summary }, 200)
  })

  app.openapi(open, async (c) => {
    const { id } = c.req.valid('param')
    await admit(parts, id, 'edit')
    const isThere = await parts.rooms.change(id, (doc) => {
      reopen(doc)
      return true
    })
    if (!isThere) throw noteNotFound(id)
    return c.body(null, 204)
  })

  app.openapi(summary, async (c) => {
    const { id } = c.req.valid('param')
    await admit(parts, id, 'view')
    return c.body((await readEnds(parts, id)).summary, 200, markdown)
  })

  app.openapi(versions, async (c) => {
    const { id } = c.req.valid('param')
    await admit(parts, id, 'view')
    if (!(await parts.rooms.whole(id))) throw noteNotFound(id)
    return c.json({ versions: await parts.versions.list(id) }, 200)
  })

  app.openapi(version, async (c) => {
    const { id, number } = c.req.valid('param')
    await admit(parts, id, 'view')
    const file = await parts.versions.file(id, number)
    if (file) return c.body(file, 200, markdown)
    if (!(await parts.rooms.whole(id))) throw noteNotFound(id)
    throw new Refusal('version_not_found', `The note has no version ${number}. See /api/notes/${id}/versions.`)
  })
}

async function readEnds({ rooms, reader }: RouteParts, id: string) {
  const update = await rooms.whole(id)
  if (!update) throw noteNotFound(id)
  return reader.ends(update, id)
}

/**
 * Keeps the file of a note that was just finished: nobody edits it between. Should the server end before this, whoever
 * finishes the meeting again has it kept.
 */
async function keep(
  { reader, versions }: RouteParts,
  id: string,
  update: Uint8Array,
  { at, by }: Finished,
): Promise<number> {
  const { text } = await reader.file(update)
  return versions.keep(id, { at, by, reason: 'finished', file: new TextEncoder().encode(text) })
}
