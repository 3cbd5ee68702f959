import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { refusing } from './answers.ts'
import { visible, type RouteParts } from './parts.ts'
import { Refusal } from './refusal.ts'

/** After so long without a change something is sent all the same: proxies close what is silent. */
const beatMs = 20_000
/** A page whose connection breaks comes back after this time. */
const comeBackMs = 2000

const stream = createRoute({
  method: 'get',
  path: '/api/events',
  summary: 'Server-sent events: which notes’ TODOs and decisions have changed, as they change',
  description:
    'Each event `changed` has `{"notes": [ID, …]}` as data, and so has `present` where others have notes open than before; `all` says that more has changed than is told, so that everything has to be asked for again. The `id` of the last event, in `Last-Event-ID` or `after`, resumes after it.',
  request: { query: z.object({ after: z.string().max(100).optional() }) },
  responses: {
    200: { description: 'The events.', content: { 'text/event-stream': { schema: z.string() } } },
    ...refusing('invalid_request', 'too_many_readers'),
  },
})

/** Tells pages of changes. [A60] [A61] [A62] */
export function mountEvents(app: OpenAPIHono, parts: RouteParts): void {
  app.openapi(stream, (c) => {
    c.header('X-Accel-Buffering', 'no') // nginx hands it on at once
    if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' })
    const reader = parts.feed.open(c.req.header('Last-Event-ID') ?? c.req.valid('query').after ?? null)
    if (!reader) {
      throw new Refusal('too_many_readers', 'Too many pages listen to this server. Try again in a moment.', {
        'Retry-After': '30',
      })
    }
    parts.eventReaders(parts.feed.readers())
    return streamSSE(c, async (stream) => {
      stream.onAbort(() => reader.end())
      try {
        await stream.write(`retry: ${comeBackMs}\n\n`)
        for (let event = await reader.next(0); event; event = await reader.next(beatMs)) {
          const [notes, present] = await Promise.all([
            visible(parts, event.notes, (id) => id),
            visible(parts, event.present, (id) => id),
          ])
          // without an id: who comes back after it is told again
          if (present.length > 0) await stream.writeSSE({ event: 'present', data: JSON.stringify({ notes: present }) })
          const name = event.isGap ? 'all' : notes.length > 0 ? 'changed' : 'beat'
          await stream.writeSSE({ event: name, data: JSON.stringify({ notes }), id: event.id })
          if (name !== 'beat') parts.eventSent()
        }
      } finally {
        reader.end()
        parts.eventReaders(parts.feed.readers())
      }
    })
  })
}
