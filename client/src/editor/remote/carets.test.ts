// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { p, TestEditor } from '../test-editor.ts'

const preferred = /^var\(--person-([1-9]|1[0-2])\)$/

function visit(editor: TestEditor, user: { name: string; color: string }) {
  const other = new Awareness(new Y.Doc())
  const show = (anchor: number, head: number) => {
    const sync = ySyncPluginKey.getState(editor.editor.state)
    const place = (position: number) => absolutePositionToRelativePosition(position, sync.type, sync.binding.mapping)
    other.setLocalState({ user, cursor: { anchor: place(anchor), head: place(head) } })
    applyAwarenessUpdate(editor.awareness, encodeAwarenessUpdate(other, [other.clientID]), 'remote')
  }
  return { show }
}

describe('the carets of others', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('[E6] show a name for a while after they moved', () => {
    const editor = new TestEditor([p('one two')])
    const ann = visit(editor, { name: 'Ann', color: 'var(--person-3)' })
    ann.show(2, 2)
    expect(editor.drawn('.cursor b')).toEqual(['Ann'])
    expect(editor.drawn('.cursor[data-idle]')).toEqual([])
    vi.advanceTimersByTime(3000)
    expect(editor.drawn('.cursor[data-idle]')).toEqual(['Ann'])
    ann.show(3, 6)
    expect(editor.drawn('.cursor[data-idle]')).toEqual([])
    expect(editor.drawn('.selected')).toEqual(['e t'])
  })

  it('[E185] show no names where many stand in one block', () => {
    const editor = new TestEditor([p('one two'), p('three')])
    const people = ['Ann', 'Bo', 'Cy', 'Di'].map((name) => visit(editor, { name, color: 'var(--person-3)' }))
    for (const someone of people.slice(0, 3)) someone.show(2, 2)
    expect(editor.drawn('.cursor[data-crowded]')).toEqual([])
    people[3]?.show(4, 4)
    expect(editor.drawn('.cursor[data-crowded]')).toHaveLength(4)
    people[3]?.show(11, 11)
    expect(editor.drawn('.cursor[data-crowded]')).toEqual([])
  })

  it('[E5] are none where a presence holds something else', () => {
    const editor = new TestEditor([p('one')])
    const other = new Awareness(new Y.Doc())
    for (const cursor of [7, { anchor: 7, head: 'x' }, { anchor: { tname: 'meta' }, head: { item: {} } }]) {
      other.setLocalState({ user: { name: 'Eve' }, cursor })
      applyAwarenessUpdate(editor.awareness, encodeAwarenessUpdate(other, [other.clientID]), 'remote')
      expect(editor.drawn('.cursor')).toEqual([])
    }
  })

  it('[E5] put no foreign style into the page', () => {
    const editor = new TestEditor([p('one')])
    visit(editor, { name: 'Eve', color: 'red; background: url(https://a.org)' }).show(1, 3)
    const caret = editor.editor.view.dom.querySelector('.cursor')
    expect(caret instanceof HTMLElement && caret.style.getPropertyValue('--person')).toMatch(preferred)
    expect(editor.editor.view.dom.innerHTML).not.toContain('url(')
  })
})
