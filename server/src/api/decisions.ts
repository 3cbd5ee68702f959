import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { DecisionList, DecisionsQuery } from '@minutebook/shared/api'
import { json, refusing } from './answers.ts'
import { decisionFiltersOf, pageOf } from './lists.ts'
import { rowOwners } from './owners.ts'
import type { RouteParts } from './parts.ts'

const list = createRoute({
  method: 'get',
  path: '/api/decisions',
  summary: 'Decisions over all notes, newest meeting first',
  request: { query: DecisionsQuery },
  responses: { 200: json('A page of decisions.', DecisionList), ...refusing('invalid_request') },
})

export function mountDecisions(app: OpenAPIHono, parts: RouteParts): void {
  app.openapi(list, async (c) => {
    const { places, ...query } = c.req.valid('query')
    const filters = await decisionFiltersOf(parts, query)
    const { items, beside } = await pageOf(parts, await parts.ledger.decisions(filters), places === '1')
    return c.json({ decisions: await rowOwners(parts)(items), ...beside }, 200)
  })
}
