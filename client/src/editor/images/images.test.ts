// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ImageAnswer } from '@minutebook/shared/api'
import type { DocNode } from '@minutebook/shared/schema'
import * as Y from 'yjs'
import type { Result } from '../../api/request.ts'
import { p, TestEditor } from '../test-editor.ts'
import { addressIn, sourceOf } from './address.ts'
import { altOf, isImageFile, refusedUnsent, sentTypeOf } from './files.ts'
import { uploadsOf } from './places.ts'

beforeEach(() => {
  URL.createObjectURL = () => 'blob:x'
  URL.revokeObjectURL = () => undefined
})
afterEach(() => {
  vi.useRealTimers()
})

const name = (digit: string) => `${digit.repeat(32)}-60x40.png`
const imageNode = (digit: string, alt: string): DocNode => ({
  type: 'image',
  attrs: { src: `images/${name(digit)}`, alt },
})
const text = (words: string): DocNode => ({ type: 'text', text: words })
const paragraph = (...content: DocNode[]): DocNode => ({ type: 'paragraph', content })
const file = (fileName: string, type = 'image/png') => new File(['x'], fileName, { type })
const kept = (digit: string): Result<ImageAnswer> => ({
  ok: true,
  value: { url: `/api/notes/note/images/${name(digit)}`, address: `images/${name(digit)}`, width: 60, height: 40 },
})
const refused = (status: number): Result<ImageAnswer> => ({
  ok: false,
  refusal: { code: 'x', message: 'Because.', status },
})

/** An editor whose images wait until the test answers. */
function held(blocks: DocNode[]) {
  const editor = new TestEditor(blocks)
  const answers: ((answer: Result<ImageAnswer>) => void)[] = []
  editor.send = () => new Promise((resolve) => answers.push(resolve))
  return {
    editor,
    add: (files: File[], position = editor.editor.state.selection.to) =>
      uploadsOf(editor.editor.state)?.add(files, position),
    answer: async (index: number, answer: Result<ImageAnswer>) => {
      answers[index]?.(answer)
      await vi.waitFor(() => Promise.resolve())
    },
    sent: () => answers.length,
  }
}

describe('on their way', () => {
  it('[E161] an image is drawn at its place and not in the document, whatever others write', async () => {
    const { editor, add, answer } = held([p('before'), p('one two')])
    editor.at('one')
    add([file('plan.png')])
    expect(editor.blocks).toEqual([p('before'), p('one two')])
    expect(editor.drawn('.image-place .words')).toEqual(['Adding plan.png'])
    editor.type(' and')
    editor.remote((body) => {
      const first = body.get(0)
      if (first instanceof Y.XmlElement) first.insert(0, [new Y.XmlText('long ')])
    })
    await answer(0, kept('a'))
    expect(editor.blocks[1]).toEqual(paragraph(text('one'), imageNode('a', 'plan'), text(' and two')))
    expect(editor.drawn('.image-place')).toEqual([])
  })

  it('[E160] several stand in their order, whichever comes first, each on a line of its own', async () => {
    const { editor, add, answer } = held([p('one two')])
    editor.at('one')
    add([file('a.png'), file('b.png')])
    await answer(1, kept('b'))
    await answer(0, kept('a'))
    add([file('c.png')])
    await answer(2, kept('c'))
    expect(editor.blocks).toEqual([
      paragraph(
        text('one'),
        imageNode('a', 'a'),
        text('\n'),
        imageNode('b', 'b'),
        text('\n'),
        imageNode('c', 'c'),
        text(' two'),
      ),
    ])
  })

  it('[E160] where no image can stand it goes below the block', async () => {
    const { editor, add, answer } = held([
      { type: 'codeBlock', attrs: { info: '' }, content: [text('let x')] },
      p('after'),
    ])
    editor.at('let')
    add([file('a.png')])
    await answer(0, kept('a'))
    expect(editor.blocks.map(({ type }) => type)).toEqual(['codeBlock', 'paragraph', 'paragraph'])
    expect(editor.blocks[1]).toEqual(paragraph(imageNode('a', 'a')))
  })

  it('[E161] a place whose text is deleted is where that was', async () => {
    const { editor, add, answer } = held([p('one'), p('two'), p('three')])
    editor.at('two')
    add([file('a.png')])
    editor.remote((body) => body.delete(1, 1))
    await answer(0, kept('a'))
    expect(JSON.stringify(editor.blocks)).toContain(name('a'))
    expect(editor.editor.getText()).toMatch(/one[^]*three/)
  })

  it('[E162] an image is one step of undo', async () => {
    const { editor, add, answer } = held([p('one')])
    editor.at('one').type(' two')
    add([file('a.png')])
    editor.type(' three')
    await answer(0, kept('a'))
    editor.type(' four')
    editor.editor.commands.undo()
    expect(editor.blocks).toEqual([paragraph(text('one two'), imageNode('a', 'a'), text(' three'))])
    editor.editor.commands.undo()
    expect(editor.blocks).toEqual([p('one two three')])
  })

  it('[E163] what meets no server waits and is sent again', async () => {
    vi.useFakeTimers()
    const { editor, add, answer, sent } = held([p('one')])
    add([file('a.png')])
    await answer(0, refused(0))
    expect(editor.drawn('.image-place .words')).toEqual(['a.png waits in this tab until the server answers'])
    const leaving = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(leaving)
    expect(leaving.defaultPrevented).toBe(true)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent()).toBe(2)
    await answer(1, refused(0))
    window.dispatchEvent(new Event('online'))
    expect(sent()).toBe(3)
    await answer(2, kept('a'))
    expect(JSON.stringify(editor.blocks)).toContain(name('a'))
    expect(editor.told).toEqual([])
  })

  it('[E164] what is not taken now can be tried again or removed; what never is goes', async () => {
    const { editor, add, answer } = held([p('one')])
    add([file('a.png'), file('b.png')])
    await answer(0, refused(503))
    await answer(1, refused(413))
    expect(editor.told).toEqual(['a.png was not added. Because.', 'b.png was not added. Because.'])
    expect(editor.drawn('.image-place .words')).toEqual(['a.png is not added yet. Because.'])
    const press = (words: string) => {
      for (const button of editor.editor.view.dom.querySelectorAll('button'))
        if (button.textContent === words) button.click()
    }
    press('Try again')
    await answer(2, refused(500))
    press('Remove')
    expect(editor.drawn('.image-place')).toEqual([])
    expect(editor.blocks).toEqual([p('one')])
  })
})

describe('in the text', () => {
  it('[E165] what the note keeps has its room before it comes, and is fetched from its note', () => {
    const image = new TestEditor([paragraph(imageNode('a', 'plan'))]).editor.view.dom.querySelector('.image img')
    expect(image?.getAttribute('src')).toBe(`/api/notes/note/images/${name('a')}`)
    expect([image?.getAttribute('width'), image?.getAttribute('height')]).toEqual(['60', '40'])
    expect([image?.getAttribute('loading'), image?.getAttribute('decoding')]).toEqual(['lazy', 'async'])
  })

  it('[E166] what does not come says so in words, until it comes', () => {
    const editor = new TestEditor([paragraph(imageNode('a', 'plan'))])
    const image = editor.editor.view.dom.querySelector('.image img')
    image?.dispatchEvent(new Event('error'))
    expect(editor.drawn('.image .words')).toEqual([`plan (not shown: images/${name('a')})`])
    image?.dispatchEvent(new Event('load'))
    expect(editor.drawn('.image .words')).toEqual([])
  })

  it('[E170] an image has its full address outside of the note, and the short one in it', () => {
    const full = `https://notes.example.org/api/notes/n/images/${name('a')}`
    expect(addressIn('n', full, 'https://notes.example.org')).toBe(`images/${name('a')}`)
    expect(addressIn('other', full, 'https://notes.example.org')).toBe(full)
    expect(addressIn('n', full, 'https://elsewhere.example.org')).toBe(full)
    expect(sourceOf(`images/${name('a')}`, 'n')).toBe(`/api/notes/n/images/${name('a')}`)
    expect(sourceOf('https://example.org/a.png', 'n')).toBe('https://example.org/a.png')
  })
})

const isImage = (fileName: string, type: string) => isImageFile({ name: fileName, type })
const reason = (fileName: string, type: string, size = 1) => refusedUnsent({ name: fileName, type, size })

describe('files', () => {
  it('[E169] are images by their type, else by their ending', () => {
    expect([isImage('a.png', ''), isImage('a', 'image/heic'), isImage('a.HEIC', ''), isImage('a.md', '')]).toEqual([
      true,
      true,
      true,
      false,
    ])
    expect(sentTypeOf({ name: 'a.JPG', type: '' })).toBe('image/jpeg')
    expect(sentTypeOf({ name: 'a.tiff', type: 'image/tiff' })).toBeNull()
  })

  it('[E169] of what is not sent it is said why', () => {
    expect(reason('a.svg', '')).toContain('scripts')
    expect(reason('a', 'image/svg+xml')).toContain('scripts')
    expect(reason('a.heic', 'image/heic')).toContain('JPEG or PNG')
    expect(reason('a.png', 'image/png', 0)).toContain('Empty')
    expect(reason('a.png', 'image/png')).toBeNull()
  })

  it('[E169] are described by their name, where that is one', () => {
    expect(['floor_plan v2.final.png', 'image.png', '.png'].map((fileName) => altOf({ name: fileName }))).toEqual([
      'floor plan v2.final',
      'Image',
      'Image',
    ])
  })
})
