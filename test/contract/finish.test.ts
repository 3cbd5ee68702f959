import { FinishAnswer, Items, PeopleCorrected, Review, Todo, VersionList } from '@minutebook/shared/api'
import * as Y from 'yjs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startServer } from '../server.ts'
import { createClient, startForAll } from './client.ts'

const { client } = await startForAll()

const meeting = `---
title: Lamp call
datetime: 2024-03-06T16:00:00+01:00
participants:
- Ann Bell
- MiaP
- MaxP
---

## Agenda

- Lamps
- Winches
- Boats

## Discussions

### Lamps

They shine.

### Winches

### Boats

They float.

## TODOs and Decisions

- [x] AB: Write the agenda

And what was agreed:

Decision: We buy two lamps.

AB: Buy them (due 2024-03-08)

MP: Paint them.

TODO: Find a box.
`

const wrong = (body: string) => ({ body, headers: { 'Content-Type': 'application/json' } })

const write = (doc: Y.Doc, words: string) => doc.getText('frontMatter').insert(0, words)

test('[G1, G2] the review names what is open', async () => {
  const id = await client.note(meeting)
  const review = await client.json(`GET /api/notes/${id}/review`, 200, Review)
  expect(review.finished).toBeNull()
  expect(review.todosWithoutOwner.map(({ text }) => text)).toEqual(['Find a box.'])
  expect(review.uncertainOwners.map(({ label, candidates }) => [label, candidates])).toEqual([['MP', ['MiaP', 'MaxP']]])
  expect(review.undiscussed).toEqual([{ text: 'Winches', lines: [13, 13] }])
  expect(review.notIn).toEqual([])
})

test('[G18] the review asks for nobody whom the team knows', async () => {
  const note = (people: string, body: string) =>
    client.note(`---\nteams: [Pier]\nparticipants: [${people}]\n---\n\n## TODOs\n\n${body}\n`)
  await note('MihneaP, MariaP', 'Talk')
  const id = await note('Bo', 'MP: Send it.\n\nXY: Sign it.')
  const uncertain = async () =>
    (await client.json(`GET /api/notes/${id}/review`, 200, Review)).uncertainOwners.map(({ label, candidates }) => [
      label,
      candidates,
    ])
  await vi.waitFor(async () => expect(await uncertain()).toContainEqual(['MP', ['MihneaP', 'MariaP']]), 5000)
  const correction = { kind: 'choice', team: 'Pier', label: 'MP', person: 'pier:mihneap' }
  await client.json('POST /api/people/corrections', 201, PeopleCorrected, correction)
  expect(await uncertain()).toEqual([['XY', []]])
})

test('[G4, G6, G7] finishing keeps the file, and takes no edit until the meeting is open again', async () => {
  const id = await client.note(meeting)
  const editor = await client.open(id)
  const done = await client.json(`POST /api/notes/${id}/finish`, 200, FinishAnswer, { by: 'Ann' })
  expect([done.finished.by, done.version]).toEqual(['Ann', 1])
  write(editor.doc, 'tags: late\n')
  expect(await client.markdown(id)).toBe(meeting)
  const again = await client.json(`POST /api/notes/${id}/finish`, 200, FinishAnswer, { by: 'Ben' })
  expect(again).toEqual(done)
  const image = { method: 'POST', body: 'x', headers: { 'Content-Type': 'image/png' } }
  expect(await client.refused(`POST /api/notes/${id}/images`, 409, 'finished', image)).toContain('Reopen')

  expect((await client.ask(`DELETE /api/notes/${id}/finish`)).status).toBe(204)
  await vi.waitFor(async () => expect(await client.markdown(id)).toBe(meeting.replace('---\n', '---\ntags: late\n')))
  write(editor.doc, 'location: Harbor\n')
  await vi.waitFor(async () => expect(await client.markdown(id)).toContain('location: Harbor\ntags: late\n'))
  const { versions } = await client.json(`GET /api/notes/${id}/versions`, 200, VersionList)
  expect(versions).toEqual([{ number: 1, at: done.finished.at, by: 'Ann', reason: 'finished' }])
  expect(await (await client.ask(`GET /api/notes/${id}/versions/1/markdown`)).text()).toBe(meeting)
  const second = await client.json(`POST /api/notes/${id}/finish`, 200, FinishAnswer, {})
  expect([second.version, second.finished.by]).toEqual([2, null])
  editor.close()
})

test('[G15] the y-websocket client of npm is told why its edit is not taken, and keeps it', async () => {
  const id = await client.note(meeting)
  const editor = await client.open(id)
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  onTestFinished(() => warn.mockRestore())
  await client.json(`POST /api/notes/${id}/finish`, 200, FinishAnswer, { by: 'Ann' })
  write(editor.doc, 'tags: late\n')
  await vi.waitFor(() => expect(warn).toHaveBeenCalledWith(expect.stringContaining('The meeting is finished')))
  write(editor.doc, 'location: Harbor\n')
  expect(await client.markdown(id)).toBe(meeting)
  expect((await client.ask(`DELETE /api/notes/${id}/finish`)).status).toBe(204)
  await vi.waitFor(async () => expect(await client.markdown(id)).toContain('location: Harbor\ntags: late\n'))
  expect(warn).toHaveBeenCalledOnce()
  editor.close()
})

test('[G17] of two who finish at the same time one is first, both are told so, one version is kept', async () => {
  const id = await client.note(meeting)
  const finish = (by: string) => client.json(`POST /api/notes/${id}/finish`, 200, FinishAnswer, { by })
  const answers = await Promise.all(['Ann', 'Ben', 'Cleo'].map(finish))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  const { versions } = await client.json(`GET /api/notes/${id}/versions`, 200, VersionList)
  expect(versions.map(({ number }) => number)).toEqual([1])
})

test('[G9] the summary is read as the same decisions and TODOs', async () => {
  const id = await client.note(meeting)
  const summary = await (await client.ask(`GET /api/notes/${id}/summary`)).text()
  expect(summary).toBe(`# Lamp call

## Decisions

- Decision: We buy two lamps.

## TODOs

- [x] AB: Write the agenda
- [ ] AB: Buy them (due 2024-03-08)
- [ ] MP: Paint them.
- [ ] Find a box.
`)
  const words = async (note: string) => {
    const { todos, decisions } = await client.json(`GET /api/notes/${note}/items`, 200, Items)
    return [
      ...decisions.map(({ text }) => text),
      ...todos.map(({ text, due, done, owners }) => [text, due, done, ...owners.map(({ label }) => label)]),
    ]
  }
  expect(await words(await client.note(summary))).toEqual(await words(id))
  const empty = await client.note('# Nothing\n\nTalk.\n')
  expect(await (await client.ask(`GET /api/notes/${empty}/summary`)).text()).toBe(
    '# Nothing\n\nNo decisions and no TODOs.\n',
  )
})

test('[G10] a TODO of a finished meeting can be ticked', async () => {
  const id = await client.note(meeting)
  await client.json(`POST /api/notes/${id}/finish`, 200, FinishAnswer, {})
  const { todos } = await client.json(`GET /api/notes/${id}/items`, 200, Items)
  await client.json(`PATCH /api/todos/${todos[1]?.id}`, 200, Todo, { done: true })
  const after = await client.json(`GET /api/notes/${id}/items`, 200, Items)
  expect(after.todos[1]?.done).toBe(true)
  expect(await (await client.ask(`GET /api/notes/${id}/versions/1/markdown`)).text()).toBe(meeting)
})

test('[G3] whose connection broke is named until they are back', async () => {
  const id = await client.note(meeting)
  const [ann, ben] = [await client.open(id), await client.open(id)]
  ann.presence.setLocalState({ user: { name: 'Ann', color: 'red' } })
  ben.presence.setLocalState({ user: { name: 'Ben', color: 'blue' } })
  await vi.waitFor(() => expect(ann.presence.getStates().size).toBeGreaterThan(1))
  const notIn = async () =>
    (await client.json(`GET /api/notes/${id}/review`, 200, Review)).notIn.map(({ name }) => name)
  expect(await notIn()).toEqual([])
  ben.cut()
  await vi.waitFor(async () => expect(await notIn()).toEqual(['Ben']))
  ann.presence.setLocalState(null)
  ann.close()
  await vi.waitFor(async () => expect(await notIn()).toEqual(['Ben']))
})

test('[G8] a finished meeting is finished after a restart', async () => {
  const first = await startServer()
  const id = await createClient(first).note(meeting)
  await createClient(first).json(`POST /api/notes/${id}/finish`, 200, FinishAnswer, { by: 'Ann' })
  await first.stop('SIGKILL')
  const second = await startServer({ dataDir: first.dataDir })
  try {
    const after = createClient(second)
    const editor = await after.open(id)
    write(editor.doc, 'tags: late\n')
    expect(await after.markdown(id)).toBe(meeting)
    expect((await after.json(`GET /api/notes/${id}/review`, 200, Review)).finished?.by).toBe('Ann')
    editor.close()
  } finally {
    await second.dispose()
  }
})

test('[G4] what is asked wrongly is answered with what to do', async () => {
  const id = await client.note(meeting)
  for (const request of ['GET review', 'GET summary', 'GET versions', 'GET versions/1/markdown', 'DELETE finish']) {
    const [method, path] = request.split(' ')
    await client.refused(`${method} /api/notes/nothing/${path}`, 404, 'note_not_found')
  }
  expect(await client.refused(`GET /api/notes/${id}/versions/3/markdown`, 404, 'version_not_found')).toContain(
    '/versions',
  )
  await client.refused('POST /api/notes/nothing/finish', 404, 'note_not_found', wrong('{}'))
  await client.refused(`POST /api/notes/${id}/finish`, 400, 'invalid_json', wrong('{'))
  expect(await client.refused(`POST /api/notes/${id}/finish`, 400, 'invalid_request', wrong('{"by":""}'))).toContain(
    '`by`',
  )
})
