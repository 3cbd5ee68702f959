import { createHash } from 'node:crypto'
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { refusing } from './answers.ts'
import { admit, noteNotFound, type RouteParts } from './parts.ts'

const get = createRoute({
  method: 'get',
  path: '/api/notes/{id}/markdown',
  summary: 'The bytes of a note as a Markdown file',
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({ download: z.enum(['0', '1']).optional().describe('`1` adds a file name.') }),
  },
  responses: {
    200: { description: 'The file.', content: { 'text/markdown': { schema: z.string() } } },
    304: { description: 'It is what the tag in `If-None-Match` says.' },
    ...refusing('invalid_request', 'no_access', 'note_not_found'),
  },
})

export function mountMarkdown(app: OpenAPIHono, parts: RouteParts): void {
  app.openapi(get, async (c) => {
    const { id } = c.req.valid('param')
    await admit(parts, id, 'view')
    const update = await parts.rooms.whole(id)
    if (!update) throw noteNotFound(id)
    const file = await parts.reader.file(update)
    const headers = {
      ETag: `"${createHash('sha256').update(file.text).digest('base64url')}"`,
      'Cache-Control': 'no-cache',
    }
    if (holdsTag(c.req.header('If-None-Match'), headers.ETag)) return c.body(null, 304, headers)
    return c.body(file.text, 200, {
      ...headers,
      'Content-Type': 'text/markdown; charset=utf-8',
      ...(c.req.valid('query').download === '1' ? { 'Content-Disposition': attachment(file.name) } : {}),
    })
  })
}

/** Whether an `If-None-Match` header names a tag, by RFC 9110's weak comparison. */
export function holdsTag(header: string | undefined, tag: string): boolean {
  const tags = new Set((header ?? '').split(',').map((part) => part.trim().replace(/^W\//, '')))
  return tags.has(tag) || tags.has('*')
}

/** A `Content-Disposition` by RFC 6266: a name in ASCII for all, and the true one where it has more. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_')
  if (plain === name) return `attachment; filename="${name}"`
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
