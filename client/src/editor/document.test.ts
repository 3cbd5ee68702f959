import { schema } from '@minutebook/shared/schema'
import type { Node } from '@tiptap/pm/model'
import { describe, expect, it, vi } from 'vitest'
import { nodeFinder, pathOf, plain, positionAt } from './document.ts'

const doc = schema.nodeFromJSON({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'one' }] },
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [{ type: 'paragraph' }] },
        {
          type: 'listItem',
          attrs: { checked: false },
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'two' }] }],
        },
      ],
    },
  ],
})

describe('a document as plain data', () => {
  it('[E1] leaves out attributes that are not set and gives unchanged nodes again', () => {
    expect(plain(doc).content?.[0]).toEqual({ type: 'paragraph', content: [{ type: 'text', text: 'one' }] })
    expect(plain(doc.child(1)).content?.[1]?.attrs).toEqual({ checked: false })
    expect(plain(doc)).toBe(plain(doc))
  })

  it('[E1] finds a node by its path and a path by its position', () => {
    const position = positionAt(doc, [1, 1, 0])
    expect(position === null ? null : doc.nodeAt(position)?.textContent).toBe('two')
    expect(pathOf(doc.resolve((position ?? 0) + 1))).toEqual([1, 1, 0])
    expect(positionAt(doc, [4])).toBeNull()
  })
})

it('[I70] nodes are found where they are, and a block that stays is not searched again', () => {
  const passes = vi.fn<(node: Node) => boolean>(({ type }) => type.name === 'listItem')
  const find = nodeFinder(passes)
  const placesIn = (note: Node) => {
    const found = find(note)
    expect(found.every(({ node, at }) => note.nodeAt(at) === node)).toBe(true)
    return found.map(({ at }) => at)
  }
  expect(placesIn(doc)).toEqual([6, 10])
  passes.mockClear()
  const other = doc.replace(1, 4, doc.slice(1, 3))
  expect(placesIn(other)).toEqual([5, 9])
  expect(passes.mock.calls.map(([{ type }]) => type.name)).toEqual(['paragraph'])
})
