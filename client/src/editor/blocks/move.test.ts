// @vitest-environment jsdom
import { ySyncPluginKey, absolutePositionToRelativePosition } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { DocNode } from '@minutebook/shared/schema'
import { h, item, ol, p, TestEditor, text, ul } from '../test-editor.ts'
import { moveNodes } from './move-nodes.ts'
import { moveBlock } from './move.ts'
import { blocksOf } from './range.ts'

const quote = (...content: DocNode[]): DocNode => ({ type: 'blockquote', content })
const code: DocNode = { type: 'codeBlock', attrs: { info: 'js' }, content: [text('let a\nlet z')] }

/** Moves the block of the caret before (or, with `after`, behind) the block or item that holds `words`. */
function drop(editor: TestEditor, words: string, side: 'before' | 'after' = 'before'): TestEditor {
  const { state, view } = editor.editor
  const range = blocksOf(state.selection)
  editor.at(words)
  const target = blocksOf(editor.editor.state.selection)
  if (!range || !target) throw new Error('nothing to move')
  moveNodes(view, range, side === 'before' ? target.from : target.to)
  return editor
}

/** Somebody else, whose caret stands behind `words`, and who writes on a copy that does not know what happens here. */
class Other {
  readonly doc = new Y.Doc()
  readonly #editor: TestEditor

  constructor(editor: TestEditor, words: string) {
    this.#editor = editor
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(editor.doc))
    const { state } = editor.at(words).editor
    const { type, binding } = ySyncPluginKey.getState(state)
    const place = absolutePositionToRelativePosition(state.selection.head, type, binding.mapping)
    const awareness = new Awareness(this.doc)
    awareness.setLocalState({ user: { name: 'Ben', color: 'var(--person-3)' }, cursor: { anchor: place, head: place } })
    applyAwarenessUpdate(editor.awareness, encodeAwarenessUpdate(awareness, [this.doc.clientID]), 'test')
  }

  /** Types at the end of a text, and lets it arrive. */
  types(words: string, typed: string): void {
    const texts: Y.XmlText[] = []
    const walk = (type: Y.XmlFragment | Y.XmlText) => {
      if (type instanceof Y.XmlText) texts.push(type)
      else for (const child of type.toArray()) walk(child as Y.XmlFragment)
    }
    walk(this.doc.getXmlFragment('body'))
    const found = texts.find((one) => one.toString().endsWith(words))
    if (!found) throw new Error(`no text ends with ${words}`)
    found.insert(found.length, typed)
    Y.applyUpdate(this.#editor.doc, Y.encodeStateAsUpdate(this.doc), 'remote')
  }
}

describe('moving', () => {
  it('[E101] puts a block anywhere between blocks, whole', () => {
    const blocks = [p('a'), code, quote(p('b')), h(2, 'c')]
    expect(drop(new TestEditor(blocks).at('let'), 'c', 'after').blocks).toEqual([
      p('a'),
      quote(p('b')),
      h(2, 'c'),
      code,
    ])
    expect(drop(new TestEditor(blocks).at('c'), 'a').blocks).toEqual([h(2, 'c'), p('a'), code, quote(p('b'))])
    expect(drop(new TestEditor(blocks).at('b'), 'a').blocks).toEqual([p('b'), p('a'), code, h(2, 'c')])
  })

  it('[E101] takes the children of an item along, also into another list', () => {
    const nested = item({ checked: true }, p('a', { id: 'x' }), ul(item(null, p('a1'))))
    const blocks = [ul(nested), p('middle'), ol(item(null, p('b')))]
    expect(drop(new TestEditor(blocks).at('a'), 'b', 'after').blocks).toEqual([
      p('middle'),
      ol(item(null, p('b')), nested),
    ])
  })

  it('[E101] an item that leaves its list is in one of the same kind; lists that come to touch become one', () => {
    const blocks = [ol(item(null, p('a')), item(null, p('b'))), p('x')]
    expect(drop(new TestEditor(blocks).at('a'), 'x', 'after').blocks).toEqual([
      ol(item(null, p('b'))),
      p('x'),
      ol(item(null, p('a'))),
    ])
    const apart = [ul(item(null, p('a'))), p('x'), ul(item(null, p('b'))), p('end')]
    expect(drop(new TestEditor(apart).at('x'), 'end', 'after').blocks).toEqual([
      ul(item(null, p('a')), item(null, p('b'))),
      p('end'),
      p('x'),
    ])
  })

  it('[E101] never into itself, and a block that is no item never between items', () => {
    const blocks = [ul(item(null, p('a'), ul(item(null, p('a1'))))), p('x')]
    expect(drop(new TestEditor(blocks).at('a', 1), 'a1', 'after').blocks).toEqual(blocks)
    expect(drop(new TestEditor(blocks).at('x'), 'a1').blocks).toEqual(blocks)
  })

  it('[E101] is one step of undo, right after typing too, and takes the caret along', () => {
    const editor = new TestEditor([p('a'), p('b'), p('c')]).at('a').type('1')
    const before = editor.blocks
    editor.run(moveBlock(1))
    expect(editor.blocks).toEqual([p('b'), p('a1'), p('c')])
    expect(editor.type('2').blocks).toEqual([p('b'), p('a12'), p('c')])
    editor.editor.commands.undo()
    expect(editor.blocks).toEqual(before)
  })

  it('[E101] moves whole blocks only', () => {
    const editor = new TestEditor([p('one'), p('two')])
    moveNodes(editor.editor.view, { from: 0, to: 3 }, 10)
    expect(editor.blocks).toEqual([p('one'), p('two')])
  })

  it('[E18] moves all blocks of a selection', () => {
    const editor = new TestEditor([p('one'), p('two'), p('three'), p('four')])
    const { from } = editor.select('two').editor.state.selection
    const { to } = editor.select('three').editor.state.selection
    editor.editor.commands.setTextSelection({ from, to })
    expect(editor.press('Alt-ArrowUp').blocks).toEqual([p('two'), p('three'), p('one'), p('four')])
    expect(
      editor.editor.state.doc.textBetween(editor.editor.state.selection.from, editor.editor.state.selection.to, '|'),
    ).toBe('two|three')
  })
})

describe('moving while others write', () => {
  const layouts: [string, DocNode[]][] = [
    ['two blocks', [p('one'), p('two')]],
    ['four blocks', [p('zero'), p('one'), p('two'), p('three')]],
    ['two items', [ul(item(null, p('one')), item(null, p('two')))]],
    ['a block and a list', [p('one'), ul(item(null, p('two')), item(null, p('three')))]],
  ]
  for (const [name, blocks] of layouts)
    for (const busy of ['one', 'two'])
      for (const moved of ['one', 'two'])
        it(`[E102] ${name}: "${moved}" moves, somebody writes in "${busy}"`, () => {
          const editor = new TestEditor(blocks)
          const ben = new Other(editor, busy)
          editor.at(moved).run(moveBlock(moved === 'one' ? 1 : -1))
          ben.types(busy, ' more')
          const words = JSON.stringify(editor.blocks).match(/(?<="text":")[^"]*/g)
          expect(words?.toSorted()).toEqual(
            JSON.stringify(blocks)
              .match(/(?<="text":")[^"]*/g)
              ?.map((line) => (line === busy ? `${busy} more` : line))
              .toSorted(),
          )
        })

  it('[E102] what nobody is in is written anew, the smaller side', () => {
    const editor = new TestEditor([p('one'), p('a longer line'), p('three')])
    editor.at('one').run(moveBlock(1))
    expect(editor.blocks).toEqual([p('a longer line'), p('one'), p('three')])
  })
})
