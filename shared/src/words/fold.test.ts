import { expect, test } from 'vitest'
import { fold, foldName, phrasesOf, wordsOf } from './fold.ts'

test('[L11] folding leaves neither case nor accents', () => {
  expect(fold('RăzvanD, ȘtefanJ, Łukasz, Søren, Straße')).toBe('razvand, stefanj, lukasz, soren, strasse')
  expect(wordsOf('Re-send “it”, by 5pm!')).toBe('re send it by 5pm')
})

test('[L14] a name is looked up without the @ before it', () => {
  expect(foldName(' @RăzvanD ')).toBe('razvand')
})

test('[L12] phrases hold nothing but letters, digits and blanks', () => {
  expect(phrasesOf(`foo"bar* AND (NEAR^ -x:y`)).toEqual(['foo bar', 'and', 'near', 'x y'])
  expect(phrasesOf('?! "')).toEqual([])
})

test('[L13] a letter of a script without blanks is a word', () => {
  expect(wordsOf('次の会議はTokyoで')).toBe('次 の 会 議 は tokyo で')
  expect(wordsOf('한국어 회의')).toBe('한국어 회의')
})
