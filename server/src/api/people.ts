import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { NotePeopleAnswer, PeopleCorrected, PeopleCorrection, PeopleList, PeopleQuery } from '@minutebook/shared/api'
import { namesOf } from '@minutebook/shared/note'
import { readNote } from '@minutebook/shared/doc'
import { readCursor, writeCursor } from '../ledger/cursor.ts'
import { NoSuchCorrection } from '../store/people.ts'
import { json, refusing } from './answers.ts'
import { bodyType, readJson } from './body.ts'
import { notStored } from './errors.ts'
import { admit, noteNotFound, type RouteParts } from './parts.ts'
import { answersTo, mayCorrect, personNotFound, viewOf } from './people-view.ts'
import { Refusal } from './refusal.ts'

const list = createRoute({
  method: 'get',
  path: '/api/people',
  summary: 'The people of all notes, by name',
  request: { query: PeopleQuery },
  responses: { 200: json('A page of people.', PeopleList), ...refusing('invalid_request') },
})

const get = createRoute({
  method: 'get',
  path: '/api/people/{id}',
  summary: 'A person, by their id or by any of their entries',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json('The person.', PeopleCorrected.shape.person.unwrap()), ...refusing('person_not_found') },
})

const ofNote = createRoute({
  method: 'get',
  path: '/api/notes/{id}/people',
  summary: "What is known of people in a note's teams",
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: json('The people and what was chosen.', NotePeopleAnswer),
    ...refusing('no_access', 'note_not_found'),
  },
})

const correct = createRoute({
  method: 'post',
  path: '/api/people/corrections',
  summary: 'Say whom a label means in a team, or who is who',
  responses: {
    201: json('It holds for all notes now.', PeopleCorrected),
    ...refusing(
      'invalid_json',
      'invalid_request',
      'wrong_origin',
      'no_access',
      'person_not_found',
      'too_large',
      'unsupported_media_type',
      'not_stored',
    ),
  },
})

const undo = createRoute({
  method: 'delete',
  path: '/api/people/corrections/{id}',
  summary: 'Take back what was said of people',
  request: { params: z.object({ id: z.coerce.number().int() }) },
  responses: {
    204: { description: 'It does not hold any more.' },
    ...refusing('invalid_request', 'wrong_origin', 'no_access', 'correction_not_found', 'not_stored'),
  },
})

export function mountPeople(app: OpenAPIHono, parts: RouteParts): void {
  const { people, names, corrections, rooms, log } = parts

  app.openapi(list, async (c) => {
    const { query, team, limit, cursor } = c.req.valid('query')
    const after = cursor === undefined ? 0 : Number(readCursor(cursor, ['number'])[0])
    const found = (await viewOf(parts, await people.roster())).filter((person) => answersTo(person, query, team))
    const more = found.length > after + limit
    return c.json(
      { people: found.slice(after, after + limit), nextCursor: more ? writeCursor([after + limit]) : null },
      200,
    )
  })

  app.openapi(get, async (c) => {
    const { id } = c.req.valid('param')
    const roster = await people.roster()
    const [person] = await viewOf(parts, roster, roster.find(id)?.id ?? '')
    if (!person) throw personNotFound(id)
    return c.json(person, 200)
  })

  app.openapi(ofNote, async (c) => {
    const { id } = c.req.valid('param')
    await admit(parts, id, 'view')
    const known = (await names.of(id)) ?? (await rooms.read(id, (doc) => namesOf(readNote(doc))))
    if (!known) throw noteNotFound(id)
    return c.json((await people.roster()).of(known.teams), 200)
  })

  app.openAPIRegistry.registerPath({
    ...correct,
    request: { body: { required: true, content: { 'application/json': { schema: PeopleCorrection } } } },
  })
  app.openapi({ ...correct, hide: true }, async (c) => {
    bodyType(c.req.raw, ['application/json'])
    const correction = await readJson(c.req.raw, PeopleCorrection)
    await mayCorrect(parts, correction)
    const [id] = await storing(people.correct([correction]))
    if (id === undefined) throw new Error('a correction has no id')
    const roster = await people.roster()
    const ref = correction.kind === 'split' ? correction.entries[0] : correction.person
    const about = ref === undefined || ref === null ? null : roster.find(ref)
    const [person = null] = about ? await viewOf(parts, roster, about.id) : []
    return c.json({ id, person }, 201)
  })

  app.openapi(undo, async (c) => {
    const { id } = c.req.valid('param')
    const kept = (await corrections.all()).find((one) => one.id === id)
    if (!kept) throw correctionNotFound(id)
    await mayCorrect(parts, kept.correction)
    try {
      await storing(people.undo(id))
    } catch (error) {
      throw error instanceof NoSuchCorrection ? correctionNotFound(id) : error
    }
    return c.body(null, 204)
  })

  /** What cannot be kept is the store's failure; the log has it. */
  async function storing<T>(work: Promise<T>): Promise<T> {
    try {
      return await work
    } catch (error) {
      if (error instanceof NoSuchCorrection) throw error
      log.error('what was said of people could not be stored', { err: error })
      throw notStored()
    }
  }
}

function correctionNotFound(id: number): Refusal {
  return new Refusal('correction_not_found', `There is no correction ${id}. Somebody may have taken it back already.`)
}
