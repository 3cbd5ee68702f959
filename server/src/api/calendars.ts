import { createHash } from 'node:crypto'
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { Calendar, NewCalendar } from '@minutebook/shared/api'
import { writeCalendar, type DueTodo } from '../export/calendar.ts'
import { isKey, keyOfPerson, personOfKey } from '../ledger/owner-group.ts'
import { foldName } from '../ledger/words.ts'
import { json, refusing } from './answers.ts'
import { notStored } from './errors.ts'
import { filtersOf, originOf, wholeList } from './lists.ts'
import { holdsTag } from './markdown.ts'
import type { RouteParts } from './parts.ts'
import { Refusal } from './refusal.ts'

const path = '/api/calendars/{owner}'
const params = z.object({
  owner: z.string().min(1).max(300).describe('A participant, a label as written, or a group as lists name it.'),
})

const get = createRoute({
  method: 'get',
  path,
  summary: 'Whether an owner’s due dates have a link',
  request: { params },
  responses: { 200: json('When it was made.', Calendar), ...refusing('invalid_request') },
})

const make = createRoute({
  method: 'post',
  path,
  summary: 'Make a secret link for an owner’s due dates; the one before stops',
  request: { params },
  responses: {
    201: json('The link. It is told this once.', NewCalendar),
    ...refusing('invalid_request', 'wrong_origin', 'not_stored'),
  },
})

const remove = createRoute({
  method: 'delete',
  path,
  summary: 'Stop an owner’s link',
  request: { params },
  responses: { 204: { description: 'It has stopped.' }, ...refusing('invalid_request', 'wrong_origin', 'not_stored') },
})

const feed = createRoute({
  method: 'get',
  path: '/api/calendar/{secret}',
  summary: 'The open TODOs of an owner that have a due date, as a calendar to subscribe to',
  request: { params: z.object({ secret: z.string().max(100).describe('The secret of the link, and `.ics`.') }) },
  responses: {
    200: { description: 'An iCalendar file.', content: { 'text/calendar': { schema: z.string() } } },
    304: { description: 'It is what the tag in `If-None-Match` says.' },
    ...refusing('invalid_request', 'calendar_not_found'),
  },
})

/** Calendars of due dates at secret links. [A57] [A58] */
export function mountCalendars(app: OpenAPIHono, parts: RouteParts): void {
  const { calendars, ledger, log } = parts
  const stored = async <T>(change: Promise<T>): Promise<T> => {
    try {
      return await change
    } catch (error) {
      log.error('a calendar could not be stored', { err: error })
      throw notStored()
    }
  }

  app.openapi(get, async (c) => {
    const { owner } = c.req.valid('param')
    const calendar = await calendars.of(keyOf(owner))
    return c.json({ owner, createdAt: calendar?.createdAt.toISOString() ?? null }, 200)
  })

  app.openapi(make, async (c) => {
    const { owner } = c.req.valid('param')
    const secret = parts.newId()
    const createdAt = parts.clock.now()
    const { name } = await parts.people.find(owner)
    await stored(calendars.put({ owner: keyOf(owner), name, hash: hashOf(secret), createdAt }))
    const url = `${originOf(parts, c.req.raw)}/api/calendar/${secret}.ics`
    return c.json({ owner, createdAt: createdAt.toISOString(), url }, 201)
  })

  app.openapi(remove, async (c) => {
    await stored(calendars.remove(keyOf(c.req.valid('param').owner)))
    return c.body(null, 204)
  })

  app.openapi(feed, async (c) => {
    const secret = /^([\w-]+)\.ics$/.exec(c.req.valid('param').secret)?.[1]
    const calendar = secret === undefined ? null : await calendars.find(hashOf(secret))
    if (!calendar) {
      throw new Refusal('calendar_not_found', 'This calendar has stopped. Ask for its new link on the page of TODOs.')
    }
    const owner = isKey(calendar.owner) ? calendar.owner : calendar.name
    const { name } = await parts.people.find(owner)
    const text = writeCalendar(`TODOs of ${isKey(name) ? calendar.name : name}`, await dueTodos(owner, c.req.raw))
    const headers = {
      ETag: `"${createHash('sha256').update(text).digest('base64url')}"`,
      'Cache-Control': 'private, no-cache',
    }
    if (holdsTag(c.req.header('If-None-Match'), headers.ETag)) return c.body(null, 304, headers)
    return c.body(text, 200, {
      ...headers,
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="todos.ics"',
    })
  })

  async function dueTodos(owner: string, request: Request): Promise<DueTodo[]> {
    const filters = await filtersOf(parts, { owner, state: 'open', due: lastDay, group: 'owner' } as const)
    const list = await wholeList(parts, originOf(parts, request), (paging) => ledger.todos({ ...filters, ...paging }))
    const changed = new Map<string, Date>()
    for (const { item } of list) {
      if (changed.has(item.noteId)) continue
      const note = await ledger.note(item.noteId)
      changed.set(item.noteId, new Date(note?.updatedAt ?? 0))
    }
    return list.map((row) => ({ ...row, updatedAt: changed.get(row.item.noteId) ?? new Date(0) }))
  }
}

/** What keeps an owner's link: a person's stays theirs under another name. */
function keyOf(owner: string): string {
  const id = personOfKey(owner)
  if (id !== null) return keyOfPerson({ id, name: '' })
  return isKey(owner) ? owner : foldName(owner)
}

/** Every day that a TODO can name is before it. */
const lastDay = '9999-12-31'

/** What is kept of a link: it has 128 random bits, so that a plain hash of it tells nothing. */
function hashOf(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest()
}
