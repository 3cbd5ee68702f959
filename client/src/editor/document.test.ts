import { schema } from '@minutebook/shared/schema'
import { describe, expect, it } from 'vitest'
import { pathOf, plain, positionAt } from './document.ts'

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
