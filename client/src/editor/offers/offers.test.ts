// @vitest-environment jsdom
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { readBody, typesOf } from '@minutebook/shared/doc'
import { print } from '@minutebook/shared/markdown'
import type { DocNode } from '@minutebook/shared/schema'
import { item, p, TestEditor, ul } from '../test-editor.ts'
import { drawOffers } from './acts.ts'
import { followOffers } from './follow.ts'
import { mendMarks } from './mend.ts'
import { offerActions } from './block-actions.ts'

function marked(blocks: DocNode[]): TestEditor {
  const editor = new TestEditor(blocks)
  drawOffers(editor.editor.view)
  return editor
}

const names = ({ editor }: TestEditor) =>
  [...editor.view.dom.querySelectorAll('.offer .accept')].map((button) => button.getAttribute('aria-label'))
const press = ({ editor }: TestEditor, part: string) => editor.view.dom.querySelector<HTMLElement>(part)?.click()
const fileOf = (doc: Y.Doc) => print(readBody(typesOf(doc).body), {}).text

const line = 'AJ: I will send a PR.'

describe('[E196] the mark', () => {
  test('stands at lines that offer something, and writes nothing', () => {
    const editor = marked([p(line), p('AJ: no'), ul(item(null, p("I'll ask"))), p('TODO AJ: I will send it')])
    expect(names(editor)).toEqual(['Make a TODO of “I will send a PR”', "Make a TODO of “I'll ask”"])
    expect(editor.written).toBe(0)
  })

  test('comes when nobody has typed for a moment, goes at once with its TODO, follows edits', () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const editor = new TestEditor([p('AJ: '), p(line)])
    const stop = followOffers(editor.editor)
    expect(names(editor)).toHaveLength(1)
    editor.at('AJ: ').type('I will go')
    expect(names(editor)).toHaveLength(1)
    vi.advanceTimersByTime(5000)
    expect(names(editor)).toEqual(['Make a TODO of “I will go”', 'Make a TODO of “I will send a PR”'])
    editor.remote((body) => {
      const text = (body.get(1) as Y.XmlElement).get(0) as Y.XmlText
      text.insert(0, 'TODO ')
    })
    expect(names(editor)).toEqual(['Make a TODO of “I will go”'])
    stop() // the note is for reading now
    expect(names(editor)).toEqual([])
  })
})

describe('[E197] taking an offer', () => {
  test.each([
    ['the mark', (editor: TestEditor) => press(editor, '.accept')],
    ['the key', (editor: TestEditor) => editor.at('send').press('Control-Enter')],
    [
      'the menu',
      (editor: TestEditor) => {
        const block = { from: 0, to: editor.editor.state.doc.child(0).nodeSize }
        offerActions(editor.editor.state, block)[0]?.run(editor.editor.view)
      },
    ],
  ])('with %s makes a TODO, one undo gives the line back', (_how, take) => {
    const editor = marked([p(line), p('AJ: no')])
    const before = fileOf(editor.doc)
    editor.at('no').type(' more')
    take(editor)
    expect(fileOf(editor.doc)).toBe('TODO AJ: I will send a PR.\n\nAJ: no more\n')
    expect(editor.drawn('.todo')).toHaveLength(1)
    expect(names(editor)).toEqual([])
    expect(editor.blocks[0]?.attrs?.['id']).toBe('id1')
    editor.editor.commands['undo']?.()
    expect(fileOf(editor.doc)).toBe(before.replace('AJ: no', 'AJ: no more'))
    expect(editor.blocks[0]?.attrs).toBeUndefined()
  })

  test('in a list gives a box, and Mod+Enter then ticks it', () => {
    const editor = marked([p('a'), ul(item(null, p(line)), item(null, p('AJ: no')))])
    editor.at('send').press('Control-Enter')
    expect(fileOf(editor.doc)).toBe('a\n\n- [ ] AJ: I will send a PR.\n- AJ: no\n')
    editor.press('Control-Enter')
    expect(fileOf(editor.doc)).toBe('a\n\n- [x] AJ: I will send a PR.\n- AJ: no\n')
    editor.at('no').press('Control-Enter')
    expect(fileOf(editor.doc)).toBe('a\n\n- [x] AJ: I will send a PR.\n- AJ: no\n')
  })

  test('before a bold name makes no more bold', () => {
    const bold = [{ type: 'bold' }]
    const editor = marked([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'AJ:', marks: bold },
          { type: 'text', text: ' I will go' },
        ],
      },
    ])
    press(editor, '.accept')
    expect(fileOf(editor.doc)).toBe('TODO **AJ:** I will go\n')
  })
})

test('[E198] the cross is kept in the note, leaves the file alone, and can be undone', () => {
  const editor = marked([p(line)])
  const before = fileOf(editor.doc)
  press(editor, '.refuse')
  expect(names(editor)).toEqual([])
  expect(editor.drawn('.said .speaker')).toEqual(['AJ'])
  expect(fileOf(editor.doc)).toBe(before)
  expect(editor.blocks[0]?.attrs?.['plain']).toBe('offer')
  editor.editor.commands['undo']?.()
  drawOffers(editor.editor.view)
  expect(names(editor)).toHaveLength(1)
})

/** The same note in two browsers; what one writes comes to the other when they meet. */
function two(...blocks: DocNode[]): { ann: TestEditor; ben: TestEditor; meet: () => void } {
  const [ann, ben] = [marked(blocks), marked([])]
  Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(ann.doc), 'remote')
  return { ann, ben, meet }
  function meet() {
    const [a, b] = [ann, ben].map(({ doc }) => Y.encodeStateAsUpdate(doc))
    if (a) Y.applyUpdate(ben.doc, a, 'remote')
    if (b) Y.applyUpdate(ann.doc, b, 'remote')
  }
}

describe('[E199] two at the same time', () => {
  test.each([line, 'TK: I will go'])('of %j they make one TODO, whoever mends, and either can undo', (words) => {
    const { ann, ben, meet } = two(p(words))
    for (const each of [ann, ben]) {
      drawOffers(each.editor.view)
      press(each, '.accept')
    }
    const mark = /^(\w+:? )/.exec(fileOf(ann.doc))?.[1] ?? ''
    meet()
    expect(fileOf(ann.doc)).toBe(`${mark}${mark}${words}\n`)
    const alone = new Y.Doc()
    Y.applyUpdate(alone, Y.encodeStateAsUpdate(ann.doc))
    for (const doc of [ann.doc, ben.doc, alone]) mendMarks(doc)
    for (const doc of [ann.doc, ben.doc, alone]) expect(fileOf(doc)).toBe(`${mark}${words}\n`)
    meet()
    for (const doc of [ann.doc, ben.doc]) {
      mendMarks(doc)
      expect(fileOf(doc)).toBe(`${mark}${words}\n`)
    }
    for (const each of [ann, ben]) {
      each.editor.commands['undo']?.()
      meet()
    }
    expect(fileOf(ann.doc)).toBe(`${words}\n`)
  })

  test('what somebody wrote twice on purpose stays', () => {
    const { ann, ben, meet } = two(p('AJ: I will go'))
    drawOffers(ann.editor.view)
    press(ann, '.accept')
    meet()
    ben.editor.commands.insertContentAt(1, 'TODO ')
    meet()
    for (const doc of [ann.doc, ben.doc]) mendMarks(doc)
    expect(fileOf(ann.doc)).toBe('TODO TODO AJ: I will go\n')
  })

  test('in a list there is one box', () => {
    const { ann, ben, meet } = two(p('a'), ul(item(null, p(line))))
    for (const each of [ann, ben]) {
      drawOffers(each.editor.view)
      press(each, '.accept')
    }
    meet()
    expect(fileOf(ben.doc)).toBe(`a\n\n- [ ] ${line}\n`)
  })
})
