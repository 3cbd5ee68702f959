import { expect, test } from 'vitest'
import { phrasesOf } from './fold.ts'
import { marksOf } from './marks.ts'

/** The text with its marks in brackets. */
function marked(text: string, query: string): string {
  let shown = ''
  let end = 0
  for (const [from, to] of marksOf(text, phrasesOf(query))) {
    shown += `${text.slice(end, from)}[${text.slice(from, to)}]`
    end = to
  }
  return shown + text.slice(end)
}

test('[L81] what is marked is what was looked for, as it is written', () => {
  expect(marked('We plan the Zagreb hackathon.', 'hack zagreb')).toBe('We plan the [Zagreb] [hack]athon.')
  expect(marked('RăzvanD și Ștefan', 'razvand stef')).toBe('[RăzvanD] și [Ștef]an')
  expect(marked('Die Straße', 'strass')).toBe('Die [Straß]e')
  expect(marked('e\u0301tat, état', 'eta')).toBe('[e\u0301ta]t, [éta]t')
})

test('[L81] a phrase is marked as a whole, only where it stands', () => {
  expect(marked('A follow-up, then follow him up', 'follow-up')).toBe('A [follow-up], then follow him up')
  expect(marked('Overall, all', 'all')).toBe('Overall, [all]')
  expect(marked('abcd', 'ab abc')).toBe('[abc]d')
})

test('[L81] words of scripts without blanks are marked inside a line', () => {
  expect(marked('次の会議は東京で', '会議 東京')).toBe('次の[会議]は[東京]で')
  expect(marked('한국어 회의', '회')).toBe('한국어 [회]의')
  expect(marked('👍🏽 ok', 'ok')).toBe('👍🏽 [ok]')
})

test('[L81] nothing is marked where nothing was looked for', () => {
  expect(marked('Anything', '?!')).toBe('Anything')
  expect(marked('', 'a')).toBe('')
})
