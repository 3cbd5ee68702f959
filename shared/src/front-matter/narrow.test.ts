import { describe, expect, test } from 'vitest'
import { caretAfter, editBetween, narrowEdits } from './narrow.ts'
import { applyEdits } from './text-edit.ts'

describe('an edit', () => {
  test.each([
    ['title: Weekly', 'title: Weekly call', [{ from: 13, to: 13, insert: ' call' }]],
    ['title: Weekly', 'title: Weakly', [{ from: 9, to: 10, insert: 'a' }]],
    ['aaa', 'aa', [{ from: 2, to: 3, insert: '' }]],
    ['same', 'same', []],
    ['', 'new', [{ from: 0, to: 0, insert: 'new' }]],
    ['😀', '😁', [{ from: 0, to: 2, insert: '😁' }]],
    ['a😀b', 'a🦀b', [{ from: 1, to: 3, insert: '🦀' }]],
  ])('[N34] from %j to %j changes what differs', (before, after, edits) => {
    expect(editBetween(before, after)).toEqual(edits)
    expect(applyEdits(before, editBetween(before, after))).toBe(after)
  })

  test('[N34] several edits are each made small', () => {
    const edits = [
      { from: 0, to: 3, insert: 'abd' },
      { from: 4, to: 7, insert: 'xyz' },
    ]
    expect(narrowEdits('abc xyz', edits)).toEqual([{ from: 2, to: 3, insert: 'd' }])
  })
})

test.each([
  ['one two', 'zero one two', 3, 8],
  ['one two', 'one two three', 3, 3],
  ['one two', 'one and two', 7, 11],
  ['ab XY cd', 'ab cd', 4, 3],
])('[N35] the caret of %j stays in its words in %j', (before, after, caret, expected) => {
  expect(caretAfter(before, after, caret)).toBe(expected)
})
