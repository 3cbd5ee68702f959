import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { Todo, TodoChange, TodoList, TodosQuery } from '@minutebook/shared/api'
import { readNote, tick } from '@minutebook/shared/doc'
import { readingsOf } from '@minutebook/shared/note'
import type * as Y from 'yjs'
import { readDocItems } from '../ledger/entry.ts'
import { json, refusing } from './answers.ts'
import { bodyType, readJson } from './body.ts'
import { filtersOf, pageOf } from './lists.ts'
import { withPeople } from './owners.ts'
import { admit, type RouteParts } from './parts.ts'
import { Refusal } from './refusal.ts'

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
  summary: 'Tick a TODO, or open it again',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: json('The TODO as it is now.', Todo),
    ...refusing(
      'invalid_json',
      'invalid_request',
      'wrong_origin',
      'no_access',
      'todo_not_found',
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
    return c.json({ todos: await withPeople(parts, items), ...beside }, 200)
  })

  app.openAPIRegistry.registerPath({
    ...change,
    request: { ...change.request, body: { required: true, content: { 'application/json': { schema: TodoChange } } } },
  })
  app.openapi({ ...change, hide: true }, async (c) => {
    bodyType(c.req.raw, ['application/json'])
    const { done } = await readJson(c.req.raw, TodoChange)
    const { id } = c.req.valid('param')
    const todo = await tickTodo(parts, id, done)
    const [answer = todo] = await withPeople(parts, [todo])
    return c.json(answer, 200)
  })
}

/**
 * Ticks a TODO in the newest note that has it; the others follow before this resolves. [A128]
 *
 * @throws Refusal todo_not_found, no_access
 */
async function tickTodo(parts: RouteParts, id: string, done: boolean): Promise<Todo> {
  const at = parts.clock.now().toISOString()
  const tried = new Set<string>()
  for (;;) {
    const noteId = await findNote(parts, id)
    if (tried.has(noteId)) throw todoNotFound(id)
    tried.add(noteId)
    await admit(parts, noteId, 'edit')
    const todo = await parts.rooms.change(noteId, (doc) => tickById(doc, { noteId, id, done, at }))
    await parts.indexer.settle(noteId)
    const row = todo && (await parts.ledger.todo(id))
    if (todo) return row?.carried ? { ...todo, carried: row.carried } : todo
    // Its line was deleted a moment ago: an earlier note may have it still.
  }
}

/** The note in which a TODO stands. One that no list shows yet is looked for once more when all is indexed. [A19] */
async function findNote({ ledger, indexer }: RouteParts, id: string): Promise<string> {
  let todo = await ledger.todo(id)
  if (!todo) {
    await indexer.flush()
    todo = await ledger.todo(id)
  }
  if (!todo) throw todoNotFound(id)
  return todo.noteId
}

interface Tick {
  noteId: string
  id: string
  done: boolean
  /** ISO time */
  at: string
}

/** Ticks the TODO where it is not in that state yet, and gives it as it is then; null where it is not in the document. */
function tickById(doc: Y.Doc, { noteId, id, done, at }: Tick): Todo | null {
  const content = readNote(doc)
  const { todos } = readDocItems(doc, content, noteId)
  const readings = readingsOf(content).filter(({ kind }) => kind === 'todo')
  const index = todos.findIndex((todo) => todo.id === id)
  const [todo, reading] = [todos[index], readings[index]]
  if (!todo || !reading) return null
  if (todo.done !== done) tick(doc, reading, done, at)
  return { ...todo, done }
}

function todoNotFound(id: string): Refusal {
  return new Refusal(
    'todo_not_found',
    `There is no TODO ${JSON.stringify(id.slice(0, 100))}. Its line may have been changed or deleted.`,
  )
}
