// @vitest-environment jsdom
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { p, TestEditor } from '../test-editor.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

/** An editor on a page, and what the session says to it. */
function onPage(...words: string[]) {
  const session: { read: (() => void) | null } = { read: null }
  const note = new TestEditor(
    words.map((each) => p(each)),
    (read) => {
      session.read = read
      return () => (session.read = null)
    },
  )
  note.editor.setOptions({ editorProps: { handleScrollToSelection: () => true } }) // nothing is laid out here
  document.body.append(note.editor.view.dom)
  note.at(words.at(-1) ?? '')
  note.editor.view.focus()
  return { note, session, dom: note.editor.view.dom }
}

/** What a browser does with a letter: it says so, and changes the page. */
async function write(dom: HTMLElement, letter: string, inputType = 'insertText'): Promise<void> {
  const event = new InputEvent('beforeinput', { inputType, data: letter, bubbles: true, cancelable: true })
  dom.dispatchEvent(event)
  const { focusNode, focusOffset } = document.getSelection() ?? {}
  if (!(focusNode instanceof Text) || focusOffset === undefined) throw new Error('the caret is in no text')
  focusNode.insertData(focusOffset, letter)
  document.getSelection()?.collapse(focusNode, focusOffset + letter.length)
  await Promise.resolve()
}

const inDocument = ({ doc }: TestEditor) =>
  doc
    .getXmlFragment('body')
    .toString()
    .replaceAll(/<[^>]*>/g, '|')

describe('a letter', () => {
  test('[E235] is on the page at once, and in the document after the frame', async () => {
    const { note, dom } = onPage('on')
    await write(dom, 'e')
    expect(dom.textContent).toBe('one')
    expect(inDocument(note)).toBe('|on|')
    await vi.advanceTimersByTimeAsync(100)
    expect(inDocument(note)).toBe('|one|')
    expect(dom.textContent).toBe('one')
  })

  test('[E235] is there for whoever asks before the frame', async () => {
    const { note, dom } = onPage('on')
    await write(dom, 'e')
    expect(note.editor.state.doc.textContent).toBe('one')
    await write(dom, '!')
    note.editor.commands.insertContent('?')
    expect(inDocument(note)).toBe('|one!?|')
    await vi.advanceTimersByTimeAsync(100)
    expect(inDocument(note)).toBe('|one!?|')
  })

  test('[E235] waits while nothing is asked for but who hears of an event', async () => {
    const { note, dom } = onPage('on')
    await write(dom, 'e')
    for (const name of ['input', 'keyup']) dom.dispatchEvent(new Event(name, { bubbles: true }))
    document.dispatchEvent(new Event('selectionchange'))
    expect(inDocument(note)).toBe('|on|')
  })

  test.each(['keydown', 'compositionstart', 'pointerdown', 'focusout', 'copy', 'pagehide'])(
    '[E235] is read before %s does anything',
    async (name) => {
      const { note, dom } = onPage('on')
      await write(dom, 'e')
      let seen = ''
      const act = new Event(name, { bubbles: true })
      const look = () => (seen = inDocument(note))
      document.body.addEventListener(name, look)
      addEventListener(name, look)
      ;(name === 'pagehide' ? globalThis : document.body).dispatchEvent(act)
      removeEventListener(name, look)
      document.body.removeEventListener(name, look)
      expect(seen).toBe('|one|')
    },
  )

  test('[E236] is there before others change the document, as a change of its own', async () => {
    const { note, session, dom } = onPage('First', 'on')
    const origins: unknown[] = []
    note.doc.on('update', (_update, origin) => origins.push(origin))
    await write(dom, 'e')
    session.read?.()
    note.remote((body) => {
      const [paragraph] = body.toArray()
      const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
      if (text instanceof Y.XmlText) text.insert(0, 'The ')
    })
    expect(inDocument(note)).toBe('|The First||one|')
    expect(dom.textContent).toBe('The Firstone')
    expect(origins).toEqual([ySyncPluginKey, 'remote'])
  })

  test('[E235] is taken back by undo, and does what letters do', async () => {
    const { note, dom } = onPage('#')
    await write(dom, ' ')
    expect(note.editor.state.doc.firstChild?.type.name).toBe('heading')
    note.editor.commands.undo()
    note.editor.commands.undo()
    expect(inDocument(note)).toBe('|#|')
  })

  test('[E235] is read when the editor goes', async () => {
    const { note, session, dom } = onPage('on')
    await write(dom, 'e')
    note.editor.destroy()
    expect(inDocument(note)).toBe('|one|')
    expect(session.read).toBeNull()
  })

  test('[E235] that is chosen is read at once', async () => {
    const { note, dom } = onPage('on')
    await write(dom, 'e', 'insertReplacementText')
    expect(inDocument(note)).toBe('|one|')
  })

  test.each([
    ['in a mark', '<strong>on</strong>', 3, 'one'],
    ['as the first of its line', 'on', 1, 'eon'],
  ])('[E235] %s is read at once', async (_name, html, position, read) => {
    const { note, dom } = onPage('')
    note.editor.commands.setContent(`<p>${html}</p>`)
    note.editor.commands.setTextSelection(position)
    await write(dom, 'e')
    expect(note.doc.getXmlFragment('body').toString()).toContain(read)
  })
})

test('[E235] an editor that is given nothing to wait for reads at once', async () => {
  const note = new TestEditor([p('on')])
  note.editor.setOptions({ editorProps: { handleScrollToSelection: () => true } })
  document.body.append(note.editor.view.dom)
  note.at('on').editor.view.focus()
  await write(note.editor.view.dom, 'e')
  expect(inDocument(note)).toBe('|one|')
})
