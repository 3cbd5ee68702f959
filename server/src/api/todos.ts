import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { Todo, TodoChange, TodoList, TodosQuery } from '@minutebook/shared/api'
import { json, refusing } from './answers.ts'
import { bodyType, readJson } from './body.ts'
import { filtersOf, pageOf } from './lists.ts'
import { listedIn, rowOwners, withPeopleOf } from './owners.ts'
import type { RouteParts } from './parts.ts'
import { assignTodo, tickTodo } from './todo-change.ts'

const list = createRoute({
  method: 'get',
  path: '/api/todos',
  summary: 'TODOs over all notes, newest meeting first',
  request: { query: TodosQuery },
  responses: { 200: json('A page of TODOs.', TodoList), ...refusing('invalid_request') },
})

const change = createRoute({
  method: 'patch',
  path: '/api/todos/{id}',
  summary: 'Tick a TODO, open it again, or say who owns it',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: json('The TODO as it is now.', Todo),
    ...refusing(
      'invalid_json',
      'invalid_request',
      'wrong_origin',
      'no_access',
      'todo_not_found',
      'finished',
      'owners_changed',
      'too_large',
      'unsupported_media_type',
      'not_stored',
    ),
  },
})

export function mountTodos(app: OpenAPIHono, parts: RouteParts): void {
  app.openapi(list, async (c) => {
    const { places, ...query } = c.req.valid('query')
    const filters = await filtersOf(parts, query)
    const { items, beside } = await pageOf(parts, await parts.ledger.todos(filters), places === '1')
    return c.json({ todos: await rowOwners(parts)(items), ...beside }, 200)
  })

  app.openAPIRegistry.registerPath({
    ...change,
    request: { ...change.request, body: { required: true, content: { 'application/json': { schema: TodoChange } } } },
  })
  app.openapi({ ...change, hide: true }, async (c) => {
    bodyType(c.req.raw, ['application/json'])
    const { done, owner = null, owned } = await readJson(c.req.raw, TodoChange)
    const { id } = c.req.valid('param')
    const todo = await (done === undefined ? assignTodo(parts, id, { owner, owned }) : tickTodo(parts, id, done))
    const [answer = todo] = await withPeopleOf(parts, [todo], await listedIn(parts, todo.noteId))
    return c.json(answer, 200)
  })
}
