import { changeAgenda, readNote, typesOf, writeNote } from '@minutebook/shared/doc'
import { readAgenda } from '@minutebook/shared/meeting'
import { nameItems, readMarkdown } from '@minutebook/shared/note'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { readDocItems, readEntry } from './entry.ts'

const at = { updatedAt: '2024-03-06T12:00:00.000Z', upTo: 7 }

function docOf(markdown: string): Y.Doc {
  const doc = new Y.Doc()
  writeNote(doc, readMarkdown(markdown))
  return doc
}

const titleOf = (markdown: string) => readEntry(docOf(markdown), 'n', at).note.title

test('[L5] the title is the front matter’s, else the first heading, else words that say that there is none', () => {
  expect(titleOf('---\ntitle: Kick-off\n---\n\n# Other\n')).toBe('Kick-off')
  expect(titleOf('Hello\n\n## :dart: Agenda\n')).toBe('Agenda')
  expect(titleOf('Hello\n')).toBe('Untitled note')
})

test('[L7] an entry says when the meeting is, what the note counts and what it says', () => {
  const note = docOf(
    '---\ntitle: Kick-off\ndatetime: 2024-03-06T14:00:00+01:00\nteams:\n- core\nparticipants:\n- Ann Bell\n---\n\n' +
      '## TODOs and Decisions\n\n- [x] AB: Book the room.\n\nAB: Send the plan.\n\nDecision: We meet weekly.\n',
  )
  const entry = readEntry(note, 'n', at)
  expect(entry.meetsAt).toBe('2024-03-06T13:00:00.000Z')
  expect(entry.note).toEqual({
    id: 'n',
    title: 'Kick-off',
    datetime: '2024-03-06T14:00:00+01:00',
    teams: ['core'],
    participants: ['Ann Bell'],
    openTodos: 1,
    todos: 2,
    decisions: 1,
    topics: [],
    agenda: { begun: null, points: [] },
    updatedAt: at.updatedAt,
    frontMatter: {
      title: 'Kick-off',
      datetime: '2024-03-06T14:00:00+01:00',
      teams: ['core'],
      participants: ['Ann Bell'],
    },
  })
  expect(entry.todos.map(({ text, done }) => [text, done])).toEqual([
    ['Book the room.', true],
    ['Send the plan.', false],
  ])
  expect(entry.blocks).toContainEqual(expect.objectContaining({ kind: 'decision', text: 'Decision: We meet weekly.' }))
})

test('[L28] an item without an id keeps the one that its paragraph gives it while other lines are edited', () => {
  const doc = docOf('## TODOs\n\nAB: Send the plan.\n\nAB: Book the room.\n')
  const idsOf = () => readDocItems(doc, readNote(doc), 'n').todos.map(({ id, text }) => [text, id])
  const before = idsOf()
  expect(before[1]?.[1]).toMatch(/^n\./)
  typesOf(doc).body.delete(1, 1)
  expect(idsOf()).toEqual([before[1]])
})

test('[L28] an id of its own stays', () => {
  const doc = new Y.Doc()
  writeNote(
    doc,
    nameItems(readMarkdown('TODO: Send the plan.\n'), () => 'own'),
  )
  expect(readDocItems(doc, readNote(doc), 'n').todos).toMatchObject([{ id: 'own', text: 'Send the plan.' }])
})

test('[L104] an entry says what the meeting is about, and where its agenda stands', () => {
  const doc = docOf('# Call\n\n## Agenda\n\n- Welcome (5 min)\n- Plans\n\n## Discussions\n\n### Plans\n\nText.\n')
  const points = readAgenda(readNote(doc).body)
  const [welcome, plans] = points
  if (!welcome || !plans) throw new Error('there is no agenda')
  changeAgenda(
    doc,
    [
      { point: welcome, discussed: true },
      { point: plans, started: true },
    ],
    '2024-03-06T13:10:00.000Z',
  )
  const { note: entry } = readEntry(doc, 'n', at)
  expect(entry.topics).toEqual(['Welcome', 'Plans'])
  expect(entry.agenda).toMatchObject({
    begun: '2024-03-06T13:10:00.000Z',
    points: [
      { text: 'Welcome', minutes: 5, state: 'discussed', discussed: '2024-03-06T13:10:00.000Z' },
      { text: 'Plans', minutes: null, state: 'now', since: '2024-03-06T13:10:00.000Z' },
    ],
  })
  const plain = docOf('# Call\n\n## Discussions\n\n## Release 0.15\n\n### The dates\n\n## TODOs\n\n## Attendees\n')
  expect(readEntry(plain, 'n', at).note.topics).toEqual(['Release 0.15', 'The dates'])
})
