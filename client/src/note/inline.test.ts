import { expect, test } from 'vitest'
import { readInline } from './inline.ts'

const text = (words: string) => ({ kind: 'text', text: words })

test('[N38] links, addresses and code are shown as such', () => {
  expect(readInline('Online, [Matrix](https://matrix.example/#/room) or the `#harbor` channel')).toEqual([
    text('Online, '),
    { kind: 'link', text: 'Matrix', href: 'https://matrix.example/#/room', isBare: false },
    text(' or the '),
    { kind: 'code', text: '#harbor' },
    text(' channel'),
  ])
  expect(readInline('Chat (https://example.org/a_b), upstairs.')).toEqual([
    text('Chat ('),
    { kind: 'link', text: 'example.org/a_b', href: 'https://example.org/a_b', isBare: true },
    text('), upstairs.'),
  ])
})

test('[N38] nothing else becomes a link', () => {
  for (const value of ['[x](javascript:alert(1))', 'javascript:alert(1)', '[x](data:text/html,hi)', 'Room 3 [north]']) {
    expect(readInline(value).every((piece) => piece.kind !== 'link')).toBe(true)
    expect(
      readInline(value)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(value)
  }
})
