import {
  Items,
  NotePeopleAnswer,
  PeopleCorrected,
  PeopleList,
  Person,
  TodoList,
  type PeopleCorrection,
} from '@minutebook/shared/api'
import { expect, test, vi } from 'vitest'
import { startForAll } from './client.ts'

const { client } = await startForAll()

function note(team: string, people: string, todos: string): string {
  return `---\ndatetime: 2024-03-06T16:00:00Z\nteams: [${team}]\nparticipants: [${people}]\n---\n\n## TODOs\n\n${todos}\n`
}

const correct = (correction: PeopleCorrection) =>
  client.json('POST /api/people/corrections', 201, PeopleCorrected, correction)
const people = async (query: string) => (await client.json(`GET /api/people${query}`, 200, PeopleList)).people

function post(body: unknown): RequestInit {
  return { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
}

/** The lists may lag behind the notes. */
const soon = (holds: () => Promise<unknown>) => vi.waitFor(holds, { timeout: 10_000 })

test('[A80, A81, A82] people are listed by name, page by page, and found', async () => {
  await client.note(note('Quay', 'ȘtefanJ, Bo Diaz, "@octo-cat"', 'SJ: Paint it.\n\nSJ: Sign it.'))
  await client.note(note('quay', 'Stefan J', 'SJ: Send it.'))
  await soon(async () => expect(await people('?team=QUAY')).toHaveLength(3))
  expect(await people('?team=quay&query=stefan')).toEqual([
    {
      id: 'quay:stefanj',
      name: 'ȘtefanJ',
      initials: ['SJ'],
      handles: [],
      teams: ['Quay'],
      entries: [{ ref: 'quay:stefanj', name: 'ȘtefanJ', team: 'Quay', meetings: 2 }],
      meetings: 2,
      lastSeen: '2024-03-06T16:00:00.000Z',
      openTodos: 3,
    },
  ])
  const names = async (query: string) => (await people(`?team=quay&query=${query}`)).map(({ name }) => name)
  expect(await names('sj')).toEqual(['ȘtefanJ'])
  expect(await names('diaz')).toEqual(['Bo Diaz'])
  expect(await names('@octo')).toHaveLength(1)
  expect(await names('tefan')).toEqual([])
  expect(await people('?team=quays')).toEqual([])
  const first = await client.json('GET /api/people?team=quay&limit=2', 200, PeopleList)
  const second = await client.json(`GET /api/people?team=quay&limit=2&cursor=${first.nextCursor}`, 200, PeopleList)
  expect([first.people.length, second.people.length, second.nextCursor]).toEqual([2, 1, null])
  await client.refused('GET /api/people?cursor=nonsense', 400, 'invalid_request')
})

test('[A83] a person is found by any entry', async () => {
  await client.note(note('Pier', 'Ann Lee', 'AL: Paint it.'))
  await soon(async () => expect((await client.json('GET /api/people/pier:annlee', 200, Person)).name).toBe('Ann Lee'))
  await client.refused('GET /api/people/pier:nobody', 404, 'person_not_found')
})

test('[A85, A86, A87, A90, A91] a choice holds for the team in every note and list, until it is taken back', async () => {
  await client.note(note('Dock', 'MihneaP, MariaP', 'MP: Paint it.'))
  const id = await client.note(note('Dock', 'Bo', 'MP: Send it.'))
  const open = async () => (await client.json(`GET /api/notes/${id}/items`, 200, Items)).todos[0]
  const mihnea = { id: 'dock:mihneap', name: 'MihneaP' }
  const maria = { id: 'dock:mariap', name: 'MariaP' }
  await soon(async () =>
    expect((await open())?.people).toEqual([{ person: null, candidates: [mihnea, maria], group: 'mp ~?dock:MP' }]),
  )
  await soon(async () =>
    expect((await client.json('GET /api/todos?team=dock&owner=MP', 200, TodoList)).todos).toHaveLength(2),
  )
  expect((await open())?.owners).toEqual([{ label: 'MP', participant: null }])

  const { id: correction, person } = await correct({ kind: 'choice', team: 'Dock', label: 'MP', person: mihnea.id })
  expect(person).toMatchObject({ ...mihnea, openTodos: 2 })
  expect((await open())?.people).toEqual([{ person: mihnea, candidates: [], group: 'mihneap ~@dock:mihneap' }])
  const known = await client.json(`GET /api/notes/${id}/people`, 200, NotePeopleAnswer)
  expect(known).toMatchObject({ teams: ['dock'], choices: [{ label: 'MP', person: mihnea.id }] })
  const owned = async (owner: string) =>
    (await client.json(`GET /api/todos?team=dock&owner=${owner}`, 200, TodoList)).todos.map(({ text }) => text)
  expect((await owned('MihneaP')).toSorted()).toEqual(['Paint it.', 'Send it.'])
  expect((await owned(mihnea.id)).toSorted()).toEqual(['Paint it.', 'Send it.'])
  expect(await owned('MariaP')).toEqual([])

  expect((await client.ask(`DELETE /api/people/corrections/${correction}`)).status).toBe(204)
  expect(await owned('MihneaP')).toEqual([])
  await client.refused(`DELETE /api/people/corrections/${correction}`, 404, 'correction_not_found')
})

test('[A86] people are merged, split, renamed, and given initials and handles', async () => {
  await client.note(note('Mole', 'Alexander Jung, Bo', 'AJ: Paint it.'))
  await client.note(note('Mole', 'AlexJ', 'AJ: Send it.'))
  await soon(async () => expect(await people('?team=mole')).toHaveLength(3))
  const merged = await correct({ kind: 'merge', person: 'mole:alexanderjung', with: 'mole:alexj' })
  expect(merged.person).toMatchObject({ name: 'Alexander Jung', meetings: 2, openTodos: 2 })
  await correct({ kind: 'rename', person: 'mole:alexj', name: 'Alex Jung' })
  await correct({ kind: 'initials', person: 'mole:alexj', initials: 'XJ', has: true })
  const given = await correct({ kind: 'handle', person: 'mole:alexj', handle: '@alexj', has: true })
  expect(given.person).toMatchObject({ name: 'Alex Jung', initials: ['AJ', 'XJ'], handles: ['alexj'] })
  const split = await correct({ kind: 'split', entries: ['mole:alexanderjung'] })
  expect(split.person).toMatchObject({ name: 'Alexander Jung', meetings: 1 })
  expect(await people('?team=mole')).toHaveLength(3)
})

test('[A88] what is wrong is refused with a sentence that says what to do', async () => {
  const request = 'POST /api/people/corrections'
  const nobody = post({ kind: 'rename', person: 'mole:nobody', name: 'X' })
  expect(await client.refused(request, 404, 'person_not_found', nobody)).toContain('GET /api/people')
  for (const body of [
    { kind: 'praise', person: 'mole:bo' },
    { kind: 'rename', person: 'mole:bo', name: '  ' },
    { kind: 'initials', person: 'mole:bo', initials: 'B', has: true },
    { kind: 'handle', person: 'mole:bo', handle: 'no handle', has: true },
    { kind: 'split', entries: [] },
    { kind: 'merge', person: 'mole:bo' },
  ]) {
    await client.refused(request, 400, 'invalid_request', post(body))
  }
  await client.refused('DELETE /api/people/corrections/first', 400, 'invalid_request')
})
