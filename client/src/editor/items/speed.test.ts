// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { triggerOf } from '../menus/trigger.ts'
import { TestEditor, h, item, p, ul } from '../test-editor.ts'
import { itemsOf } from './items.ts'

/** A person at the keyboard, who counts the keys. */
class Typist {
  readonly note: TestEditor
  keys = 0

  constructor(note: TestEditor) {
    this.note = note
  }

  type(words: string): this {
    this.keys += words.length
    this.note.type(words)
    return this
  }

  press(key: string): this {
    this.keys += 1
    this.note.press(key)
    return this
  }
}

const todos = ({ editor }: TestEditor) =>
  itemsOf(editor.state).readings.map(({ kind, owners }) => `${kind} ${owners.map(({ label }) => label).join()}`)

const words = 'Send the summary'

describe('a TODO costs at most two keys more than its owner and its words', () => {
  test.each([
    ['a colon', (typist: Typist) => typist.type('RD: ').type(words)],
    ['Tab', (typist: Typist) => typist.type('rd').press('Tab').type(words)],
  ])('[E190] with %s in a section for TODOs', (_how, write) => {
    const note = new TestEditor([h(2, 'TODOs'), p('')])
    note.editor.commands.setTextSelection(note.editor.state.doc.content.size - 1)
    const typist = write(new Typist(note))
    expect(todos(note)).toEqual(['todo RD'])
    expect(note.blocks[1]?.content?.[0]?.text).toBe(`RD: ${words}`)
    expect(typist.keys - 'RD'.length - words.length).toBeLessThanOrEqual(2)
  })

  test('[E190] the next line of a list with boxes', () => {
    const note = new TestEditor([p('')]).type('[] RD: First of them')
    const typist = new Typist(note).press('Enter').type('rd').press('Tab').type(words)
    expect(todos(note)).toEqual(['todo RD', 'todo RD'])
    expect(typist.keys - 'RD'.length - words.length).toBeLessThanOrEqual(2)
  })

  test('[E190] a box alone makes a TODO that says that it has no owner', () => {
    const note = new TestEditor([p('')])
    const typist = new Typist(note).type('[]').type(words)
    expect(todos(note)).toEqual(['todo '])
    expect(note.drawn('.owner.none')).toEqual(['?'])
    expect(typist.keys - words.length).toBe(2)
  })
})

const boxed = (text: string) =>
  new TestEditor([ul(item({ checked: false }, p('First')), item({ checked: false }, p(text)))])

describe('Tab behind the first letters of a TODO', () => {
  test.each([
    ['rd', 'RD: '],
    ['AJ', 'AJ: '],
    ['luc', 'Luca: '],
  ])('[E191] %s', (letters, written) => {
    const note = boxed(letters).at(letters).press('Tab')
    expect(note.blocks[0]?.content?.[1]?.content?.[0]?.content?.[0]?.text).toBe(written)
  })

  test('[E191] asks where several may be meant', () => {
    const note = boxed('mi').at('mi').press('Tab')
    expect(triggerOf(note.editor.state)?.choices.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Michalis', 'Mihnea']),
    )
  })

  test('[E191] stays what it is for nobody, behind other words, without a box, and in other paragraphs', () => {
    const sunk = boxed('zq').at('zq').press('Tab')
    expect(sunk.blocks[0]?.content).toHaveLength(1)
    const words = boxed('Ask RD').at('Ask RD').press('Tab')
    expect(words.blocks[0]?.content).toHaveLength(1)
    const plain = new TestEditor([ul(item(null, p('one')), item(null, p('RD')))]).at('RD').press('Tab')
    expect(plain.blocks[0]?.content).toHaveLength(1)
    expect(plain.blocks[0]?.content?.[0]?.content?.[1]?.content?.[0]?.content?.[0]?.content?.[0]?.text).toBe('RD')
    const talk = new TestEditor([h(2, 'Discussions'), p('RD')]).at('RD').press('Tab')
    expect(talk.blocks[1]?.content?.[0]?.text).toBe('RD')
  })
})

function begun(): TestEditor {
  const note = new TestEditor([p('Talk'), p('')])
  note.editor.view.dispatch(note.editor.state.tr.setMeta('focus', true))
  note.editor.commands.setTextSelection(note.editor.state.doc.content.size - 1)
  return note.type('=> ')
}

describe('a decision without words yet', () => {
  test('[E192] is drawn as one, with words for what is to come', () => {
    const note = begun()
    expect(note.drawn('p.decision .to-write')).toEqual(['What is decided'])
    expect(note.drawn('p.decision .marker')).toEqual(['Decision:'])
    note.type('Ship')
    expect(note.drawn('p.decision:not(.unwritten)')).toEqual(['Decision: Ship'])
    expect(note.drawn('.unwritten')).toEqual([])
  })

  test('[E192] goes with one Backspace, and is plain again when the caret leaves it', () => {
    const note = begun()
    note.at('Talk')
    expect(note.drawn('.decision')).toEqual([])
    note.editor.commands.setTextSelection(note.editor.state.doc.content.size - 1)
    note.press('Backspace')
    expect(note.blocks[1]?.content).toBeUndefined()
  })

  test('[E192] is none over a list, whose items it says to be decisions', () => {
    const note = new TestEditor([p('Decision:'), ul(item(null, p('Ship on Friday')))])
    note.editor.view.dispatch(note.editor.state.tr.setMeta('focus', true))
    note.at('Decision:')
    expect(note.drawn('.unwritten')).toEqual([])
  })
})
