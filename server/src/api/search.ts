import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { SearchList, SearchQuery } from '@minutebook/shared/api'
import { json, refusing } from './answers.ts'
import { visible, type RouteParts } from './parts.ts'

const search = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Search all notes: those that hold all words, best first, with the places that hold them',
  request: { query: SearchQuery },
  responses: { 200: json('A page of notes.', SearchList), ...refusing('invalid_request') },
})

export function mountSearch(app: OpenAPIHono, parts: RouteParts): void {
  app.openapi(search, async (c) => {
    const { rows, nextCursor } = await parts.ledger.search(c.req.valid('query'))
    const seen = await visible(parts, rows, ({ note }) => note.id)
    const hits = seen.map(({ note: { frontMatter: _frontMatter, ...note }, snippets }) => ({
      note: { ...note, present: parts.rooms.present(note.id) },
      snippets,
    }))
    return c.json({ hits, nextCursor }, 200)
  })
}
