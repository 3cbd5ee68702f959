import { expect, test } from 'vitest'
import { lineFor } from './menu-keys.ts'

const labels = ['Download .md', 'Copy Markdown', 'Markdown source', 'Print']

test('[N123] arrows, Home, End and letters go through a menu', () => {
  expect(lineFor('ArrowDown', -1, labels)).toBe(0)
  expect(lineFor('ArrowDown', 3, labels)).toBe(0)
  expect(lineFor('ArrowUp', 0, labels)).toBe(3)
  expect(lineFor('ArrowUp', -1, labels)).toBe(3)
  expect(lineFor('Home', 2, labels)).toBe(0)
  expect(lineFor('End', 0, labels)).toBe(3)
  expect(lineFor('p', 0, labels)).toBe(3)
  expect(lineFor('M', 0, labels)).toBe(2)
  expect(lineFor('c', 1, labels)).toBe(1)
  expect(lineFor('x', 0, labels)).toBeNull()
  expect(lineFor(' ', 0, labels)).toBeNull()
  expect(lineFor('Tab', 0, labels)).toBeNull()
})
