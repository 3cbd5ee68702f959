// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { keepWords, readKept } from './kept.ts'

beforeEach(() => localStorage.clear())

test('[N213] words are kept behind those that are kept already, and what is none is left out', () => {
  keepWords('a', { paragraphs: ['one'], near: null })
  keepWords('a', { paragraphs: ['two', 'three'], near: { tname: 'body' } })
  keepWords('b', { paragraphs: ['other'], near: null })
  const stored = localStorage.getItem('minutebook:kept:a')
  expect(readKept(stored).flatMap(({ paragraphs }) => paragraphs)).toEqual(['one', 'two', 'three'])
  for (const bad of [null, '', '7', '[{"paragraphs":[7],"near":null}]', '[{"near":null}]', '[null]']) {
    expect(readKept(bad)).toEqual([])
  }
})
