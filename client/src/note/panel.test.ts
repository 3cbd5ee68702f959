import type { OutlineEntry, Reading } from '@minutebook/shared/meeting'
import type { DocNode } from '@minutebook/shared/schema'
import { expect, test } from 'vitest'
import { itemContent } from './item-text.ts'
import { isUrl, shortUrl } from './short-url.ts'
import { outlineTree } from './outline-tree.ts'
import { readWords } from './words.ts'
import { groupTodos, ownerOf } from './todo-groups.ts'

const people = ['AnaMarin', 'BenHolm', 'BeaHill']

function todo(id: string, owners: string[], done = false): Reading {
  return {
    kind: 'todo',
    path: [0],
    last: [0],
    marker: null,
    owners: owners.map((label) => ({ label, from: 0, to: label.length })),
    ownersFrom: 'line',
    textFrom: 0,
    due: null,
    box: null,
    done,
    id,
    section: null,
  }
}

test('[N39] TODOs stand under their owners, done ones last, unowned ones at the end', () => {
  const groups = groupTodos(
    [todo('1', []), todo('2', ['AM'], true), todo('3', ['AM', 'Cleo']), todo('4', ['AnaMarin']), todo('5', [])],
    people,
    null,
  )
  expect(
    groups.map((group) => [group.owners.map((owner) => owner.name), group.todos.map(({ id }) => id), group.done]),
  ).toEqual([
    [['AnaMarin'], ['4', '2'], 1],
    [['AnaMarin', 'Cleo'], ['3'], 0],
    [[], ['1', '5'], 0],
  ])
})

test('[N40] only certain owners are named', () => {
  expect(ownerOf('AM', people, null)).toMatchObject({ name: 'AnaMarin', isCertain: true, candidates: [] })
  expect(ownerOf('BH', people, null)).toMatchObject({
    name: 'BH',
    isCertain: false,
    candidates: [{ name: 'BenHolm' }, { name: 'BeaHill' }],
  })
  expect(ownerOf('ZZ', people, null)).toMatchObject({ name: 'ZZ', isCertain: false, candidates: [] })
})

test('[N41] an item shows the first line of its own words', () => {
  const paragraph: DocNode = {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'AM: Send the ' },
      { type: 'text', text: 'README', marks: [{ type: 'code' }] },
      { type: 'text', text: ' (due 2024-03-08)\nand ask for comments' },
    ],
  }
  const line = 'AM: Send the README (due 2024-03-08)'
  const due = { date: '2024-03-08', from: line.indexOf('('), to: line.length }
  expect(itemContent(paragraph, { textFrom: 4, due })).toEqual([
    { type: 'text', text: 'Send the ' },
    { type: 'text', text: 'README', marks: [{ type: 'code' }] },
    { type: 'text', text: '' },
  ])
  expect(
    itemContent(paragraph, { textFrom: 4, due: null })
      .map((node) => node.text)
      .join(''),
  ).toBe('Send the README (due 2024-03-08)')
})

test('[N41] a long address is cut', () => {
  expect(shortUrl('https://www.example.org/')).toBe('example.org')
  expect(shortUrl('https://chat.example.org/channels/7629769225315/1115267435755')).toBe('chat.example.org/channels/…')
  expect(shortUrl(`https://${'long'.repeat(12)}.example.org/a`).length).toBeLessThan(40)
  expect(isUrl('https://example.org/a?b#c')).toBe(true)
  expect(isUrl('see https://example.org')).toBe(false)
})

function entry(level: number, text: string): OutlineEntry {
  return { path: [0], level, text }
}

function shape(outline: OutlineEntry[]): string[][] {
  return outlineTree(outline).map(({ head, children }) => [head.text, ...children.map((child) => child.text)])
}

test('[N43] the outline has two levels', () => {
  expect(shape([entry(2, 'A'), entry(3, 'a'), entry(4, 'aa'), entry(2, 'B')])).toEqual([['A', 'a', 'aa'], ['B']])
  expect(shape([entry(1, 'Title'), entry(2, 'A'), entry(3, 'a'), entry(2, 'B')])).toEqual([
    ['Title'],
    ['A', 'a'],
    ['B'],
  ])
  expect(shape([entry(3, 'deep first'), entry(2, 'A'), entry(2, 'B')])).toEqual([['deep first'], ['A'], ['B']])
  expect(shape([])).toEqual([])
})

test('[N90] the words of an item are shown as the note shows them', () => {
  expect(readWords('==Try== $x^2$ at $5, :tada: :no_such:')).toEqual([
    { kind: 'mark', from: 0, text: 'Try' },
    { kind: 'text', from: 7, text: ' ' },
    { kind: 'formula', from: 8, text: 'x^2', isDisplay: false },
    { kind: 'text', from: 13, text: ' at $5, ' },
    { kind: 'emoji', from: 21, text: '🎉' },
    { kind: 'text', from: 27, text: ' :no_such:' },
  ])
  expect(readWords('==a :tada: b==')).toEqual([{ kind: 'mark', from: 0, text: 'a :tada: b' }])
  expect(readWords('plain')).toEqual([{ kind: 'text', from: 0, text: 'plain' }])
})
