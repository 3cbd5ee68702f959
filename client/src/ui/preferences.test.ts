import { expect, test } from 'vitest'
import { spellingAttributes, spellingLanguages } from './preferences.ts'

test('[N115] the text says how its spelling is checked', () => {
  expect(spellingAttributes('browser')).toEqual({ spellcheck: 'true' })
  expect(spellingAttributes('off')).toEqual({ spellcheck: 'false' })
  expect(spellingAttributes('ro')).toEqual({ spellcheck: 'true', lang: 'ro' })
})

test('[N115] languages are named in themselves, those of the browser first', () => {
  const [first, second] = spellingLanguages(['sl', 'de'])
  expect([first, second]).toEqual([
    { tag: 'sl', name: 'slovenščina' },
    { tag: 'de', name: 'Deutsch' },
  ])
  const tags = spellingLanguages(['de', 'x!']).map(({ tag }) => tag)
  expect(new Set(tags).size).toBe(tags.length)
})
