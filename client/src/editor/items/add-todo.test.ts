// @vitest-environment jsdom
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBody, readNote } from '@minutebook/shared/doc'
import { readMarkdown, writeMarkdown } from '@minutebook/shared/note'
import { TestEditor } from '../test-editor.ts'
import { addTodo } from './add-todo.ts'
import { itemsOf } from './items.ts'

function noteOf(markdown: string): TestEditor {
  return new TestEditor(readMarkdown(markdown).body.content ?? [])
}

function add(note: TestEditor, words: string): void {
  note.editor.view.dispatch(addTodo(note.editor.state, words))
}

const written = (note: TestEditor) => writeMarkdown(readNote(note.doc)).text

const owned = (note: TestEditor) =>
  itemsOf(note.editor.state).placed.flatMap(({ reading, paragraph }) =>
    reading.kind === 'todo' ? [[paragraph.textContent, ...reading.owners.map(({ label }) => label)].join('|')] : [],
  )

test.each([
  ['nothing', '', '## TODOs\n\n- [ ] Call\n'],
  ['words', 'Hello\n', 'Hello\n\n## TODOs\n\n- [ ] Call\n'],
  ['sections', '# Weekly\n\n### Talk\n\nHello\n', '# Weekly\n\n### Talk\n\nHello\n\n### TODOs\n\n- [ ] Call\n'],
  ['an empty section', '## TODOs\n', '## TODOs\n\n- [ ] Call\n'],
  ['a section amid others', '## TODOs\n\n## Links\n\nx\n', '## TODOs\n\n- [ ] Call\n\n## Links\n\nx\n'],
  ['boxes', '## TODOs\n\n* [x] AB: One\n* [ ] Two\n', '## TODOs\n\n* [x] AB: One\n* [ ] Two\n* [ ] Call\n'],
  [
    'a TODO with a list below it',
    '## TODOs\n\n- [ ] One\n  - part\n- Decision: no\n',
    '## TODOs\n\n- [ ] One\n  - part\n- [ ] Call\n- Decision: no\n',
  ],
  ['numbers', '## Action items\n\n1. AB: One\n', '## Action items\n\n1. AB: One\n2. [ ] Call\n'],
  ['owner lines', '## TODOs\n\nAB: One.\n\nWords.\n', '## TODOs\n\nAB: One.\n\n- [ ] Call\n\nWords.\n'],
  [
    'a decision alone',
    '## TODOs and decisions\n\nDecision: no.\n',
    '## TODOs and decisions\n\nDecision: no.\n\n- [ ] Call\n',
  ],
  [
    'parts',
    '## TODOs\n\n### Docs\n\n- [ ] One\n\n### Code\n\n- [ ] Two\n\n## Links\n',
    '## TODOs\n\n### Docs\n\n- [ ] One\n\n### Code\n\n- [ ] Two\n- [ ] Call\n\n## Links\n',
  ],
  [
    'several sections',
    '## TODOs\n\n- [ ] One\n\n## Next steps\n',
    '## TODOs\n\n- [ ] One\n\n## Next steps\n\n- [ ] Call\n',
  ],
  [
    'TODOs of last time',
    '## TODOs of last week\n\n- [ ] One\n',
    '## TODOs of last week\n\n- [ ] One\n\n## TODOs\n\n- [ ] Call\n',
  ],
])('[N251] into a note with %s', (_name, before, after) => {
  const note = noteOf(before)
  const todos = owned(note).length
  add(note, 'Call')
  expect(written(note)).toBe(after)
  expect(owned(note)).toHaveLength(todos + 1)
  expect(owned(note)).toContain('Call')
})

test('[N251] it has the owners that its own words name, and no others', () => {
  const note = noteOf('## TODOs\n\nRD:\n\n- Send it\n- Book it\n')
  add(note, 'Call')
  add(note, 'AJ/Sahil: Write (due 2023-11-08)')
  expect(owned(note)).toEqual(['Send it|RD', 'Book it|RD', 'Call', 'AJ/Sahil: Write (due 2023-11-08)|AJ|Sahil'])
  expect(owned(noteOf(written(note)))).toEqual(owned(note))
})

test.each([
  ['Read `x` and **y**', '- [ ] Read `x` and **y**'],
  ['See https://example.org', '- [ ] See https://example.org'],
  ['# no heading', '- [ ] \\# no heading'],
  ['> no quote', '- [ ] \\> no quote'],
  ['- no item', '- [ ] \\- no item'],
  ['1. no number', '- [ ] 1\\. no number'],
  ['---', '- [ ] \\---'],
  ['<div>', '- [ ] \\<div>'],
  ['```', '- [ ] \\```'],
])('[N252] %s is one line', (words, line) => {
  const note = noteOf('## TODOs\n')
  add(note, words)
  expect(written(note)).toBe(`## TODOs\n\n${line}\n`)
  expect(noteOf(written(note)).blocks.length).toBe(2)
})

test('[N250] one undo takes it back to the byte, and the caret stays', () => {
  const markdown = '# Weekly\n\nHello\n\n* [ ] One\n'
  const note = noteOf(markdown).at('Hello')
  const { head } = note.editor.state.selection
  add(note, 'Call')
  expect(note.editor.state.selection.head).toBe(head)
  note.editor.commands.undo()
  expect(written(note)).toBe(markdown)
})

test('[N251] of several who add at once, all stand', () => {
  const note = noteOf('## TODOs\n')
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(note.doc))
  add(note, 'Call')
  const body = other.getXmlFragment('body')
  const theirs = new TestEditor(readBody(body).content ?? [])
  add(theirs, 'Write')
  body.insert(1, [theirs.doc.getXmlFragment('body').get(1).clone()])
  Y.applyUpdate(note.doc, Y.encodeStateAsUpdate(other))
  expect(owned(note).toSorted()).toEqual(['Call', 'Write'])
})
