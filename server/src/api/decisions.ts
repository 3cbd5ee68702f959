import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { DecisionList, DecisionsQuery } from '@minutebook/shared/api'
import { json, refusing } from './answers.ts'
import { visible, type RouteParts } from './parts.ts'

const list = createRoute({
  method: 'get',
  path: '/api/decisions',
  summary: 'Decisions over all notes, newest meeting first',
  request: { query: DecisionsQuery },
  responses: { 200: json('A page of decisions.', DecisionList), ...refusing('invalid_request') },
})

export function mountDecisions(app: OpenAPIHono, parts: RouteParts): void {
  app.openapi(list, async (c) => {
    const { rows, nextCursor } = await parts.ledger.decisions(c.req.valid('query'))
    return c.json({ decisions: await visible(parts, rows, ({ noteId }) => noteId), nextCursor }, 200)
  })
}
