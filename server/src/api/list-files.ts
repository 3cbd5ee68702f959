import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { DecisionsFileQuery, TodosFileQuery } from '@minutebook/shared/api'
import { decisionsAsCsv, todosAsCsv } from '../export/csv.ts'
import { decisionsAsMarkdown, todosAsMarkdown } from '../export/markdown.ts'
import { refusing } from './answers.ts'
import { decisionFiltersOf, filtersOf, originOf, wholeList } from './lists.ts'
import { attachment } from './markdown.ts'
import type { RouteParts } from './parts.ts'

const kinds = { csv: 'text/csv', md: 'text/markdown' } as const

type Kind = keyof typeof kinds

const fileOf = <Path extends string, Query extends z.ZodObject>(path: Path, kind: Kind, query: Query, what: string) =>
  createRoute({
    method: 'get',
    path,
    summary: `${what} that the filters leave, as ${kind === 'csv' ? 'a table' : 'Markdown'}`,
    request: { query },
    responses: {
      200: { description: 'The file.', content: { [kinds[kind]]: { schema: z.string() } } },
      ...refusing('invalid_request'),
    },
  })

const todosCsv = fileOf('/api/todos.csv', 'csv', TodosFileQuery, 'The TODOs')
const todosMd = fileOf('/api/todos.md', 'md', TodosFileQuery, 'The TODOs')
const decisionsCsv = fileOf('/api/decisions.csv', 'csv', DecisionsFileQuery, 'The decisions')
const decisionsMd = fileOf('/api/decisions.md', 'md', DecisionsFileQuery, 'The decisions')

/** Lists as files to take away. [A50] */
export function mountListFiles(app: OpenAPIHono, parts: RouteParts): void {
  const { ledger } = parts
  const headers = (name: string, kind: Kind) => ({
    'Content-Type': `${kinds[kind]}; charset=utf-8`,
    'Content-Disposition': attachment(`${name}-${parts.clock.now().toISOString().slice(0, 10)}.${kind}`),
  })
  const todosOf = async (request: Request, query: z.output<typeof TodosFileQuery>) => {
    const filters = await filtersOf(parts, query)
    return wholeList(parts, originOf(parts, request), (paging) => ledger.todos({ ...filters, ...paging }))
  }
  const decisionsOf = async (request: Request, query: z.output<typeof DecisionsFileQuery>) => {
    const filters = await decisionFiltersOf(parts, query)
    return wholeList(parts, originOf(parts, request), (paging) => ledger.decisions({ ...filters, ...paging }))
  }

  app.openapi(todosCsv, async (c) =>
    c.body(todosAsCsv(await todosOf(c.req.raw, c.req.valid('query'))), 200, headers('todos', 'csv')),
  )
  app.openapi(todosMd, async (c) => {
    const query = c.req.valid('query')
    return c.body(todosAsMarkdown(await todosOf(c.req.raw, query), query.group), 200, headers('todos', 'md'))
  })
  app.openapi(decisionsCsv, async (c) =>
    c.body(decisionsAsCsv(await decisionsOf(c.req.raw, c.req.valid('query'))), 200, headers('decisions', 'csv')),
  )
  app.openapi(decisionsMd, async (c) =>
    c.body(decisionsAsMarkdown(await decisionsOf(c.req.raw, c.req.valid('query'))), 200, headers('decisions', 'md')),
  )
}
