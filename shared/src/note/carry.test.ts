import { expect, test } from 'vitest'
import { carriedTodos, nameCarried, openTodos, unnamedTodos } from './carry.ts'
import { readMarkdown } from './file.ts'
import { nameItems, readingsOf } from './items.ts'
import { nextMeeting } from './next.ts'

/** A note whose items are called 1, 2, … */
function named(markdown: string) {
  let given = 0
  return nameItems(readMarkdown(markdown), () => `${(given += 1)}`)
}

/** The ids of the TODOs of the next meeting, null where one has none yet. */
function idsAfter(markdown: string): (string | null)[] {
  const content = named(markdown)
  const next = readMarkdown(nextMeeting(content, { today: '2024-03-20' }))
  return readingsOf(nameCarried(next, carriedTodos(content))).flatMap(({ kind, id }) => (kind === 'todo' ? [id] : []))
}

test.each([
  ['owner lines', '## TODOs\n\nAB: One.\n\nJM: Two.\nWith more.\n\nDecision: No.\n\nAB: Three.\n', ['1', '2', '4']],
  ['boxes, one of them done', '## TODOs\n\n- [ ] AB: One\n- [x] AB: Two\n- [ ] One\n', ['1', '3']],
  ['the same words twice', '## TODOs\n\nAB: One.\n\nAB: One.\n', ['1', '2']],
  ['an owner above a list', '## TODOs\n\nAB:\n\n- Send it\n- Book it\n', ['1', '2']],
  [
    'several sections',
    '## One\n\nTODO AB: Send it.\n\n## TODOs\n\nJM: Book it.\n\n## Other\n\nTODO: Ask.\n',
    ['1', '2', '3'],
  ],
  ['a due date that is written out', '---\ndatetime: 2024-03-06\n---\n\n## TODOs\n\nAB: Send it by Friday.\n', ['1']],
])('[A126] %s: a carried TODO has the id that it had', (_name, markdown, ids) => {
  expect(idsAfter(markdown)).toEqual(ids)
})

test('[A126, A39] what stands inside of an open TODO goes with it, once', () => {
  const markdown = '## TODOs\n\n- [ ] AB: One\n  - [x] JM: done part\n  - [ ] JM: open part\n- [ ] Two\n'
  const content = named(markdown)
  expect(openTodos(readingsOf(content)).map(({ id }) => id)).toEqual(['1', '4'])
  expect(nextMeeting(content, { today: '2024-03-20' })).toBe(markdown)
  expect(idsAfter(markdown)).toEqual(['1', '2', '3', '4'])
  expect(idsAfter('## TODOs\n\nAB: One.\n\n- [ ] AB: part\n\nJM: Two.\n')).toEqual(['1', '2', '3'])
})

test('[A126] a TODO without an id, or with that of a copied line, is one to name', () => {
  const content = readMarkdown('## TODOs\n\nAB: One.\n\nAB: Two.\n\nAB: Three.\n')
  const [, one, two] = content.body.content ?? []
  if (one && two) [one.attrs, two.attrs] = [{ id: 'a' }, { id: 'a' }]
  expect(unnamedTodos(content).map(({ path }) => path)).toEqual([[2], [3]])
  expect(carriedTodos(content)).toEqual([{ id: 'a', text: 'One.' }])
})

test('[A126] ids go to the same words where not all came along', () => {
  const next = nameCarried(readMarkdown('## TODOs\n\nAB: New.\n\nAB: Two.\n\nAB: More.\n'), [
    { id: '1', text: 'One.' },
    { id: '2', text: 'Two.' },
  ])
  expect(readingsOf(next).map(({ id }) => id)).toEqual([null, '2', null])
})
