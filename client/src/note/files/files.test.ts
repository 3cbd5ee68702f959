// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { listenForFiles, type Point } from './listen.ts'
import { readFiles, type GivenFile } from './read-files.ts'

function file(name: string, content: string | Uint8Array, size = content.length): GivenFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { name, size, arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer) }
}

test('[N65] reads Markdown in its order, and says of each other file why not', async () => {
  const files = [
    file('a.md', '# a'),
    file('photo.png', Uint8Array.of(0x89)),
    file('latin1.md', Uint8Array.of(0x41, 0xe9, 0x42)),
    file('zero.txt', Uint8Array.of(0x41, 0)),
    file('large.md', 'b', 2_000_000),
    file('c.TXT', 'c'),
  ]
  expect(await readFiles(files)).toEqual({
    texts: ['# a', 'c'],
    refused: [
      'photo.png: Files of this kind cannot be kept in a note yet',
      'latin1.md: Not UTF-8 text, left out',
      'zero.txt: Not Markdown, left out',
      'large.md: Larger than 1 MiB, left out',
    ],
  })
})

test('[N65] leaves out what together is too much', async () => {
  const half = 600 * 1024
  const { texts, refused } = await readFiles([file('a.md', 'a', half), file('b.md', 'b', half), file('c.md', 'c')])
  expect(texts).toEqual(['a', 'c'])
  expect(refused).toEqual(['b.md: Larger than 1 MiB, left out'])
})

const html = (text: string) => ({ getData: () => text })

const place = document.createElement('main')
place.innerHTML = '<div class="ProseMirror" contenteditable="true"><p>words</p></div><input><aside></aside>'
document.body.append(place)

/** Sends an event as a browser does. Resolves with whether the browser is kept from what it would do. */
function send(type: string, selector: string, data: Record<string, unknown>): boolean {
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), data)
  place.querySelector(selector)?.dispatchEvent(event)
  return event.defaultPrevented
}

test('[N66, E171] keeps the browser on the page, and leaves words to the fields that they are dropped into', () => {
  const taken: [names: string[], at: Point | null][] = []
  const end = listenForFiles(window, (files, at) => taken.push([files.map(({ name }) => name), at]))
  const files = { dataTransfer: { types: ['Files'], files: [new File([], 'a.md')], dropEffect: '' } }
  const link = { dataTransfer: { types: ['text/uri-list'], files: [], dropEffect: '' } }
  for (const selector of ['p', 'input', 'aside']) {
    expect(send('dragover', selector, files)).toBe(true)
    expect(send('drop', selector, { ...files, clientX: 3, clientY: 4 })).toBe(true)
  }
  expect(taken).toEqual([
    [['a.md'], { x: 3, y: 4 }],
    [['a.md'], null],
    [['a.md'], null],
  ])
  expect(send('dragover', 'aside', link)).toBe(true)
  expect(send('drop', 'aside', link)).toBe(true)
  expect(send('drop', 'p', link)).toBe(false)
  expect(send('drop', 'input', link)).toBe(false)

  const pasted = { files: [new File([], 'b.md')] }
  expect(send('paste', 'p', { clipboardData: { ...pasted, types: ['Files'] } })).toBe(true)
  expect(
    send('paste', 'p', { clipboardData: { ...pasted, types: ['text/html', 'Files'], ...html('<p>words</p>') } }),
  ).toBe(false)
  const image = { ...pasted, types: ['text/html', 'Files'], ...html('<img src="https://example.org/b.png">') }
  expect(send('paste', 'p', { clipboardData: image })).toBe(true)
  expect(send('paste', 'input', { clipboardData: { ...pasted, types: ['Files'] } })).toBe(false)
  expect(taken.slice(3)).toEqual([
    [['b.md'], null],
    [['b.md'], null],
  ])
  send('dragstart', 'p', {})
  expect(send('drop', 'p', { ...files, clientX: 3, clientY: 4 })).toBe(false)
  send('dragend', 'p', {})
  end()
  expect(send('drop', 'aside', files)).toBe(false)
})
