import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { json } from './answers.ts'

const get = createRoute({
  method: 'get',
  path: '/api/openapi.json',
  summary: 'This description',
  responses: { 200: json('OpenAPI 3.1.', z.record(z.string(), z.unknown())) },
})

/** Mounts the description of all that is mounted on `app` when it is asked for. [A34] */
export function mountOpenApi(app: OpenAPIHono): void {
  app.openapi(get, (c) =>
    c.json(
      {
        ...app.getOpenAPI31Document({
          openapi: '3.1.0',
          info: {
            title: 'Minutebook',
            version: '1',
            description: 'Meeting notes as Markdown, with their TODOs and decisions.',
          },
        }),
      },
      200,
    ),
  )
}
