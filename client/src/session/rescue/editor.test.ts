// @vitest-environment jsdom
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import type { DocNode } from '@minutebook/shared/schema'
import { moveNodes } from '../../editor/blocks/move-nodes.ts'
import { blocksOf } from '../../editor/blocks/range.ts'
import { turnInto } from '../../editor/blocks/turn-into.ts'
import { caretBefore, setCaret } from '../../editor/rescue/caret.ts'
import { h, item, ol, p, TestEditor, ul } from '../../editor/test-editor.ts'
import { Doubles } from './doubles.ts'
import { letGiveWay } from './gives-way.ts'
import type { KeptWords } from './put-back.ts'
import { Rescue } from './rescue.ts'

/** Two people in editors, of whom neither hears of the other until they meet. */
function meet(blocks: DocNode[]): { ann: TestEditor; ben: TestEditor; kept: KeptWords[]; join: () => Promise<void> } {
  const ann = new TestEditor(blocks)
  const ben = new TestEditor([])
  const kept: KeptWords[] = []
  Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ann.doc))
  const body = ben.doc.getXmlFragment('body')
  ben.doc.transact(() => body.delete(0, body.length - blocks.length))
  Y.applyUpdate(ann.doc, Y.encodeStateAsUpdate(ben.doc))
  for (const editor of [ann, ben]) {
    const { view } = editor.editor
    const rescue = new Rescue({
      doc: editor.doc,
      writers: () => new Map([[editor.doc.clientID, 0]]),
      caret: () => caretBefore(view),
      setCaret: (text, index) => setCaret(view, text, index),
      keep: (words) => kept.push(words),
      origin: ySyncPluginKey,
    })
    const doubles = new Doubles({
      doc: editor.doc,
      after: (_ms, run) => {
        queueMicrotask(run)
        return () => undefined
      },
      random: () => 0,
      mayEdit: () => true,
      undo: () => yUndoPluginKey.getState(view.state)?.undoManager ?? null,
    })
    const undo = yUndoPluginKey.getState(view.state)?.undoManager
    if (undo) letGiveWay(undo)
    const look = (transaction: Y.Transaction) => {
      rescue.look(transaction)
      doubles.look(transaction)
    }
    editor.doc.on('afterTransaction', look)
    onTestFinished(() => editor.doc.off('afterTransaction', look))
  }
  const join = async () => {
    for (let round = 0; round < 3; round++) {
      Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ann.doc, Y.encodeStateVector(ben.doc)), 'remote')
      Y.applyUpdate(ann.doc, Y.encodeStateAsUpdate(ben.doc, Y.encodeStateVector(ann.doc)), 'remote')
      await Promise.resolve()
    }
    expect(ann.blocks).toEqual(ben.blocks)
  }
  return { ann, ben, kept, join }
}

function drop(editor: TestEditor, words: string, onto: string): void {
  const range = blocksOf(editor.at(words).editor.state.selection)
  const target = blocksOf(editor.at(onto).editor.state.selection)
  if (range && target) moveNodes(editor.editor.view, range, target.to)
}

function turn(editor: TestEditor, words: string, kind: Parameters<typeof turnInto>[2]): void {
  const range = blocksOf(editor.at(words).editor.state.selection)
  const tr = range && turnInto(editor.editor.state, range, kind)
  if (tr) editor.editor.view.dispatch(tr)
}

describe('words in blocks that somebody else takes away, in editors', () => {
  it('[N212] move to another list with their item, and typing goes on there', async () => {
    const { ann, ben, kept, join } = meet([
      ul(item(null, p('one')), item(null, p('two'))),
      p('x'),
      ol(item(null, p('three'))),
    ])
    ann.at('two').type(' and m')
    drop(ben, 'two', 'three')
    await join()
    ann.type('ore')
    await join()
    expect(ann.blocks).toEqual([
      ul(item(null, p('one'))),
      p('x'),
      ol(item(null, p('three')), item(null, p('two and more'))),
    ])
    expect(kept).toEqual([])
  })

  it('[N212] are in a heading, a list, a decision or code that their paragraph became', async () => {
    for (const [kind, made] of [
      ['heading2', h(2, 'the lamps are on')],
      ['bullet', ul(item(null, p('the lamps are on')))],
      ['code', { type: 'codeBlock', content: [{ type: 'text', text: 'the lamps are on' }] }],
    ] as const) {
      const { ann, ben, join } = meet([p('the lamp on'), p('x')])
      ann.at('lamp').type('s are')
      turn(ben, 'lamp', kind)
      await join()
      expect(ann.blocks).toMatchObject([made, p('x')])
    }
  })

  it('[N212] are in the paragraph above where theirs was joined to it', async () => {
    const { ann, ben, join } = meet([p('one'), p('two'), p('x')])
    ann.at('two').type(' and more')
    ben
      .at('two', 3)
      .press('Backspace')
      .run((state, dispatch) => {
        if (state.doc.childCount === 3) dispatch?.(state.tr.join(state.selection.from - 1))
        return true
      })
    await join()
    expect(ann.blocks).toEqual([p('onetwo and more'), p('x')])
  })

  it('[N217] lines that Enter made go to the list that theirs moved to', async () => {
    const { ann, ben, kept, join } = meet([ul(item(null, p('one'))), p('x'), ol(item(null, p('three')))])
    ann.at('one').press('Enter').type('two')
    turn(ben, 'one', 'task')
    await join()
    expect(JSON.stringify(ann.blocks).match(/two/g)?.length ?? 0).toBe(1)
    expect(kept).toEqual([])
  })

  it('[N217] new lines are lines below where their list became something else', async () => {
    const { ann, ben, kept, join } = meet([ul(item(null, p('one'))), p('x')])
    ann.at('one').type('!').press('Enter').type('two')
    turn(ben, 'one', 'heading2')
    await join()
    expect(ann.blocks).toMatchObject([h(2, 'one!'), p('two'), p('x')])
    expect(ann.editor.state.selection.$head.parent.textContent).toBe('two')
    expect(kept).toEqual([])
  })

  it.each(['bullet', 'heading2'] as const)(
    '[N255] are there once after undo and redo of a paragraph that was made %s',
    async (kind) => {
      const { ann, ben, kept, join } = meet([p('two lamps'), p('Other')])
      turn(ben, 'two', kind)
      await join()
      const made = structuredClone(ann.blocks)
      ann.at('two').type(' new')
      await join()
      for (const turn of ['undo', 'redo', 'undo', 'redo'] as const) {
        ben.editor.commands[turn]()
        await join()
        const blocks = turn === 'undo' ? [p('two lamps'), p('Other')] : made
        expect(JSON.stringify(ann.blocks)).toBe(JSON.stringify(blocks).replace('two', 'two new'))
      }
      expect(kept).toEqual([])
    },
  )

  it('[N212] undo takes the words back and no others', async () => {
    const { ann, ben, join } = meet([p('the lamp on'), p('x')])
    ann.at('lamp').type('s are')
    turn(ben, 'lamp', 'heading2')
    await join()
    ann.editor.commands.undo()
    await join()
    expect(ann.blocks).toEqual([h(2, 'the lamp on'), p('x')])
    ann.editor.commands.redo()
    expect(ann.blocks).toEqual([h(2, 'the lamps are on'), p('x')])
  })
})

/** The first words of the blocks, whatever their order. */
function names({ blocks }: TestEditor): string[] {
  return blocks.map((block) => /"text":"(\w+)/.exec(JSON.stringify(block))?.[1] ?? '').toSorted()
}

describe('[E200] blocks that two move at the same time, in editors', () => {
  it('are there once, whatever their kind, and go back by either undo', async () => {
    const { ann, ben, join } = meet([
      p('one', { id: 'a', done: '2023-10-25T12:00:00Z' }),
      h(2, 'two'),
      p('three'),
      p('four'),
    ])
    drop(ann, 'one', 'two')
    drop(ben, 'one', 'four')
    await join()
    expect(names(ann)).toEqual(['four', 'one', 'three', 'two'])
    drop(ann, 'two', 'three')
    drop(ben, 'two', 'four')
    await join()
    expect(names(ann)).toEqual(['four', 'one', 'three', 'two'])
    for (const { editor } of [ann, ben]) {
      editor.commands['undo']?.()
      await join()
      expect(names(ann)).toEqual(['four', 'one', 'three', 'two'])
    }
  })

  it('are there once where they are items, and moved several times', async () => {
    const { ann, ben, join } = meet([
      p('top'),
      ul(...['one', 'two', 'three', 'four'].map((words) => item(null, p(words)))),
    ])
    for (const _time of [1, 2]) ann.at('one').press('Alt-ArrowDown')
    for (const _time of [1, 2, 3]) ben.at('one').press('Alt-ArrowDown')
    await join()
    expect(
      JSON.stringify(ann.blocks)
        .match(/one|two|three|four/g)
        ?.toSorted(),
    ).toEqual(['four', 'one', 'three', 'two'])
  })

  it('are there once where both turn one into the same', async () => {
    const { ann, ben, join } = meet([p('one'), p('two')])
    for (const each of [ann, ben]) turn(each, 'one', 'bullet')
    await join()
    expect(JSON.stringify(ann.blocks).match(/one/g)).toHaveLength(1)
  })
})
