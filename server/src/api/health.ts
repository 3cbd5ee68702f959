import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import { json, refusing } from './answers.ts'
import type { RouteParts } from './parts.ts'
import { Refusal } from './refusal.ts'

const live = createRoute({
  method: 'get',
  path: '/livez',
  summary: 'Whether the process runs',
  responses: { 200: json('It does.', z.object({ status: z.literal('live') })) },
})

const ready = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'Whether the server can store what people write',
  responses: { 200: json('It can.', z.object({ status: z.literal('ready') })), ...refusing('not_stored') },
})

const metrics = createRoute({
  method: 'get',
  path: '/metrics',
  summary: 'Metrics for Prometheus',
  responses: { 200: { description: 'Prometheus text.', content: { 'text/plain': { schema: z.string() } } } },
})

export function mountHealth(app: OpenAPIHono, parts: RouteParts): void {
  app.openapi(live, (c) => c.json({ status: 'live' as const }, 200))

  app.openapi(ready, (c) => {
    if (!parts.rooms.healthy()) throw new Refusal('not_stored', 'The store cannot write at the moment.')
    return c.json({ status: 'ready' as const }, 200)
  })

  app.openapi(metrics, async (c) =>
    c.text(await parts.metrics.metrics(), 200, { 'Content-Type': parts.metrics.contentType }),
  )
}
