import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { Items } from '@minutebook/shared/api'
import { json, refusing } from './answers.ts'
import { withPeopleOf } from './owners.ts'
import { admit, noteNotFound, type RouteParts } from './parts.ts'

const get = createRoute({
  method: 'get',
  path: '/api/notes/{id}/items',
  summary: 'The TODOs and decisions of a note, as it is now',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: json('In the order in which they stand.', Items),
    ...refusing('no_access', 'note_not_found'),
  },
})

export function mountItems(app: OpenAPIHono, parts: RouteParts): void {
  app.openapi(get, async (c) => {
    const { id } = c.req.valid('param')
    await admit(parts, id, 'view')
    const update = await parts.rooms.whole(id)
    if (!update) throw noteNotFound(id)
    const { todos, decisions, names } = await parts.reader.items(update, id)
    const answer = {
      todos: await withPeopleOf(parts, todos, names),
      decisions: await withPeopleOf(parts, decisions, names),
    }
    return c.json(answer, 200)
  })
}
