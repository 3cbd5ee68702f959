// @vitest-environment jsdom
import { Mapping } from '@tiptap/pm/transform'
import type { DecorationSet } from '@tiptap/pm/view'
import { describe, expect, it } from 'vitest'
import { duplicateBlock, moveBlock } from '../blocks/move.ts'
import { h, item, p, TestEditor, ul } from '../test-editor.ts'
import { prng, scramble } from '../test-random.ts'
import { drawables } from './draw.ts'
import { redraw } from './drawing.ts'
import { itemsOf } from './items.ts'

const note = [
  h(2, ':dart: TODOs'),
  ul(
    item({ checked: false }, p('RD: one'), ul(item({ checked: true }, p('two')))),
    item({ checked: false }, p('TODO')),
  ),
  p('AJ: three by Friday'),
  p('Decision: four'),
  h(2, 'Discussions'),
  p('AJ: five'),
  p(),
]

const listed = (set: DecorationSet | undefined) =>
  (set?.find() ?? [])
    .map((drawn) =>
      JSON.stringify([drawn.from, drawn.to, drawn.spec, Reflect.get(Reflect.get(drawn, 'type'), 'attrs')]),
    )
    .sort()

/** What is drawn, and what would be drawn without remembering anything. */
function both(editor: TestEditor) {
  const { state } = editor.editor
  const items = itemsOf(state)
  return [
    listed(items.drawing?.set),
    listed(redraw(null, drawables(state.doc, items), state.doc, new Mapping()).set),
  ] as const
}

describe('what is drawn after an edit', () => {
  it.each([3, 5, 8])('[E41] is what would be drawn anew, whatever others write (seed %i)', (seed) => {
    const random = prng(seed)
    const editor = new TestEditor(note)
    for (let round = 0; round < 60; round++) {
      editor.remote((body) => {
        for (let edits = Math.floor(random() * 3); edits >= 0; edits--) scramble(body, random)
      })
      const [drawn, anew] = both(editor)
      expect(drawn).toEqual(anew)
    }
  })

  it('[E41] is what would be drawn anew, whatever is done here', () => {
    const editor = new TestEditor(note)
    const steps = [
      () => editor.at('one').type(' x').press('Enter').type('SA: y').press('Control-Enter'),
      () => editor.at('three').run(moveBlock(1)).run(moveBlock(-1)).run(duplicateBlock),
      () => editor.at('RD: one', 7).press('Tab', 'Shift-Tab'),
      () => editor.at('Decision: ').press('Backspace'),
      () => editor.at('Discussions').type(' and TODOs'),
      () => editor.select('four').type('RD: '),
      () => editor.editor.commands.undo(),
    ]
    for (const step of steps) {
      step()
      const [drawn, anew] = both(editor)
      expect(drawn).toEqual(anew)
    }
  })
})
