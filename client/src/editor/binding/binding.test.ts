// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { schema } from '@minutebook/shared/schema'
import { plain } from '../document.ts'
import { triggerOf } from '../menus/trigger.ts'
import { toggleList } from '../blocks/lists.ts'
import { h, item, ol, p, TestEditor, ul } from '../test-editor.ts'
import { prng, scramble } from '../test-random.ts'
import { findUnknown, watchForUnknown } from './guard.ts'

const note = [
  h(2, 'Agenda'),
  ul(item(null, p('one')), item({ checked: false }, p('two'))),
  ol(item({ n: 3 }, p('three'))),
  h(2, 'TODOs and Decisions'),
  p('RD: Send it by Friday\nsoon'),
  p('Decision: we ship'),
  p('see https://example.org now'),
  p(),
]

function insertAtStart(body: Y.XmlFragment, block: number, words: string): void {
  const paragraph = body.get(block)
  const child = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (child instanceof Y.XmlText) child.insert(0, words)
}

describe('the editor and the shared document', () => {
  it('[E2] writes nothing when a note is opened, looked at and left', () => {
    const editor = new TestEditor(note)
    editor.at('Send').press('ArrowLeft', 'Home')
    expect(editor.written).toBe(0)
    editor.editor.destroy()
    expect(editor.written).toBe(0)
  })

  it('[E3] undoes its own typing and gives back what was there', () => {
    const editor = new TestEditor(note)
    const before = editor.blocks
    editor.at('Agenda').type('!')
    expect(editor.drawn('h2')[0]).toBe('Agenda!')
    editor.editor.commands.undo()
    expect(editor.blocks).toEqual(before)
    expect(editor.editor.commands.undo()).toBe(false)
  })

  it('[E205] brings back what was undone, also where that made the note shorter', () => {
    const editor = new TestEditor([p('zero'), p('one')]).at('one').run(toggleList('task'))
    const made = editor.blocks
    editor.editor.commands.undo()
    editor.editor.commands.redo()
    expect(editor.blocks).toEqual(made)
    expect(editor.drawn('li')).toHaveLength(1)
  })

  it('[E205] leaves the caret where it was put after an undo, whatever others write then', () => {
    const editor = new TestEditor([p('zero'), p('one')]).at('one').type('!')
    editor.editor.commands.undo()
    editor.at('ze').remote((body) => insertAtStart(body, 1, 'Now '))
    editor.type('!')
    expect(editor.blocks).toEqual([p('ze!ro'), p('Now one')])
  })

  it('[E3] leaves what others wrote', () => {
    const editor = new TestEditor(note)
    editor
      .at('Agenda')
      .type('!')
      .remote((body) => insertAtStart(body, 4, 'Now '))
    editor.editor.commands.undo()
    expect(editor.drawn('h2')[0]).toBe('Agenda')
    expect(editor.blocks[4]).toEqual(p('Now RD: Send it by Friday\nsoon'))
  })

  it('[E4] adds nothing to what others write: no id, no join, no link', () => {
    const editor = new TestEditor([h(2, 'TODOs'), p('x'), ul(item(null, p('a'))), p('b'), ul(item(null, p('c')))])
    editor.remote((body) => {
      insertAtStart(body, 1, 'RD: see https://example.org ')
      body.delete(3, 1)
    })
    expect(editor.blocks).toEqual([
      h(2, 'TODOs'),
      p('RD: see https://example.org x'),
      ul(item(null, p('a'))),
      ul(item(null, p('c'))),
    ])
    expect(editor.drawn('.todo .owner')).toEqual(['RD'])
  })
})

describe('what others write', () => {
  it('[E7] maps positions: a menu stays open while others write before it and after it', () => {
    const editor = new TestEditor([p('one'), p('two'), p('three')]).at('two').type(' /de')
    editor.remote((body) => {
      insertAtStart(body, 0, 'Now ')
      body.delete(2, 1)
    })
    expect(triggerOf(editor.editor.state)?.query).toBe('de')
    expect(editor.press('Enter').type('x').blocks).toEqual([p('Now one'), p('Decision: two x', { id: 'id1' })])
  })

  it('[E7] keeps the nodes that did not change, and the caret', () => {
    const editor = new TestEditor(note).at('three')
    const before = editor.editor.state.doc
    editor.remote((body) => insertAtStart(body, 4, 'Now '))
    const after = editor.editor.state.doc
    expect(after.children.map((node, index) => node === before.child(index))).toEqual([
      true,
      true,
      true,
      true,
      false,
      true,
      true,
      true,
    ])
    expect(editor.type('!').blocks[2]).toEqual(ol(item({ n: 3 }, p('three!'))))
  })

  it('[E7] makes every edit exactly, and no more', () => {
    const random = prng(7)
    const editor = new TestEditor(note)
    for (let round = 0; round < 150; round++) {
      const before = editor.written
      editor.remote((body) => {
        for (let edits = Math.floor(random() * 4); edits >= 0; edits--) scramble(body, random)
      })
      const shown = plain(editor.editor.state.doc).content
      expect(shown).toEqual(editor.blocks)
      if (round % 10 > 0) continue
      const bytes = editor.written - before
      editor.editor.view.dispatch(editor.editor.state.tr.setMeta('nothing', true))
      expect(editor.written - before).toBe(bytes)
    }
  })
})

const withElement = (body: Y.XmlFragment) => body.insert(1, [new Y.XmlElement('mystery')])

const find = (edit: (body: Y.XmlFragment) => void) => {
  const { doc } = new TestEditor([])
  const body = doc.getXmlFragment('other')
  body.insert(0, [new Y.XmlElement('paragraph')])
  edit(body)
  return findUnknown(body, schema)
}

describe('the guard', () => {
  it('[E8] finds elements, attributes and marks that the schema lacks', () => {
    expect(find(() => undefined)).toBeNull()
    expect(find(withElement)).toBe('mystery')
    expect(
      find((body) => {
        ;(body.get(0) as Y.XmlElement).setAttribute('new', '1')
      }),
    ).toBe('paragraph new')
    expect(
      find((body) => {
        const words = new Y.XmlText()
        ;(body.get(0) as Y.XmlElement).insert(0, [words])
        words.insert(0, 'a', { sparkle: {} })
      }),
    ).toBe('sparkle')
  })

  it('[E8] tells before the editor sees what came, so that it can be stopped and nothing is deleted', () => {
    const editor = new TestEditor([p('one'), p('two')])
    const found: string[] = []
    watchForUnknown(editor.doc.getXmlFragment('body'), schema, (name) => {
      found.push(name)
      editor.editor.destroy()
    })
    const before = editor.written
    editor.remote((body) => insertAtStart(body, 0, 'x'))
    expect(found).toEqual([])
    editor.remote(withElement)
    expect(found).toEqual(['mystery'])
    expect(editor.doc.getXmlFragment('body').length).toBe(3)
    expect(editor.written).toBeGreaterThan(before)
  })
})
