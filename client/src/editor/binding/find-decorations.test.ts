// @vitest-environment jsdom
import { isDeepStrictEqual } from 'node:util'
import type { Node } from '@tiptap/pm/model'
import { Decoration, DecorationSet, type DecorationSource } from '@tiptap/pm/view'
import { expect, it } from 'vitest'
import { schema } from '@minutebook/shared/schema'
import { h, item, p, ul } from '../test-editor.ts'
import { prng } from '../test-random.ts'
import { createDecorations } from './create-decorations.ts'
import { findForChild } from './find-decorations.ts'

const doc = schema.nodeFromJSON({
  type: 'doc',
  content: Array.from({ length: 40 }, (_, index) =>
    index % 5 === 0
      ? h(2, `Point ${index}`)
      : index % 3 === 0
        ? ul(item(null, p('one')), item(null, p('two')))
        : p('words'),
  ),
})

it('[E194] what is drawn in a block is found by halves as it is one by one', () => {
  const random = prng(7)
  const below = (end: number) => Math.floor(random() * end)
  for (let round = 0; round < 200; round += 1) {
    const drawn = Array.from({ length: below(60) }, () => decoration(below))
    const set = DecorationSet.create(doc, drawn)
    expect(differences(set, doc)).toEqual([])
  }
})

it('[E220] what is drawn is put in order as ProseMirror does it', () => {
  const random = prng(11)
  const below = (end: number) => Math.floor(random() * end)
  for (let round = 0; round < 200; round += 1) {
    const drawn = Array.from({ length: below(60) }, () => decoration(below)).filter(isOverSomething)
    const set = createDecorations(doc, drawn)
    expect(isDeepStrictEqual(set, DecorationSet.create(doc, drawn.slice()))).toBe(true)
  }
})

/** What is found otherwise in a set or those below it. */
function differences(set: DecorationSet, node: Node): DecorationSource[] {
  const inner = set as unknown as ThisParameterType<typeof findForChild>
  const found: DecorationSource[] = []
  node.forEach((child, offset) => {
    const one = inner.forChild(offset, child)
    const other = findForChild.call(inner, offset, child)
    if (!isDeepStrictEqual(one, other)) found.push(other)
    if (one instanceof DecorationSet) found.push(...differences(one, child))
  })
  return found
}

function decoration(below: (end: number) => number): Decoration {
  const from = below(doc.content.size)
  if (below(3) === 0) return Decoration.widget(from, () => document.createElement('i'))
  if (below(2) === 0) {
    const index = below(doc.childCount)
    let at = 0
    for (let before = 0; before < index; before += 1) at += doc.child(before).nodeSize
    return Decoration.node(at, at + doc.child(index).nodeSize, { class: 'x' })
  }
  return Decoration.inline(from, Math.min(doc.content.size, from + 1 + below(12)), { class: 'y' })
}

function isOverSomething(drawn: Decoration): boolean {
  return drawn.from < drawn.to || !Reflect.get(drawn, 'inline')
}
