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

  it('[E5] put no foreign style into the page', () => {
    const editor = new TestEditor([p('one')])
    visit(editor, { name: 'Eve', color: 'red; background: url(https://a.org)' }).show(1, 3)
    const caret = editor.editor.view.dom.querySelector('.cursor')
    expect(caret instanceof HTMLElement && caret.style.getPropertyValue('--person')).toMatch(preferred)
    expect(editor.editor.view.dom.innerHTML).not.toContain('url(')
  })
})
