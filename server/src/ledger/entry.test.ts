import { readNote, typesOf, writeNote } from '@minutebook/shared/doc'
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
    decisions: 1,
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
