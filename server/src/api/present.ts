import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { PresentList } from '@minutebook/shared/api'
import { whoseIn } from '@minutebook/shared/meeting'
import { json, refusing } from './answers.ts'
import { listedIn } from './owners.ts'
import { visible, type RouteParts } from './parts.ts'

const list = createRoute({
  method: 'get',
  path: '/api/present',
  summary: 'Who has which note open now, and whose TODOs are theirs',
  responses: { 200: json('Every note that somebody has open.', PresentList), ...refusing() },
})

/** Who is here, over all notes. [A146] */
export function mountPresent(app: OpenAPIHono, parts: RouteParts): void {
  const { people, rooms } = parts
  app.openapi(list, async (c) => {
    const roster = await people.roster()
    const open = await visible(parts, rooms.presentNotes(), ({ noteId }) => noteId)
    const notes = await Promise.all(
      open.map(async ({ noteId, people: here }) => {
        const note = await listedIn(parts, noteId)
        const whose = whoseIn(note, roster.of(note.teams))
        return {
          id: noteId,
          present: here.map((one) => ({ ...one, group: people.groupIn(note, one.name, whose(one.name)).key })),
        }
      }),
    )
    return c.json({ notes }, 200)
  })
}
