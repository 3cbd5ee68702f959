import { expect, test } from 'vitest'
import { mentionAt, withOwner } from './mention.ts'

test.each([
  ['@|', ''],
  ['@ra|', 'ra'],
  ['Ask (@ra|) now', 'ra'],
  ['Ask @ra|zv', 'ra'],
  ['mail ann@b|', null],
  ['@ra |', null],
  ['|@ra', null],
  ['Call|', null],
])('[N253] in %s it asks for %j', (marked, query) => {
  const caret = marked.indexOf('|')
  expect(mentionAt(marked.replace('|', ''), caret)?.query ?? null).toBe(query)
})

test.each([
  ['@ra|', false, 'RD: |'],
  ['Send it @ra|', false, 'RD: Send it|'],
  ['Send @ra| it', false, 'RD: Send | it'],
  ['AJ: Send it @ra|', false, 'RD: Send it|'],
  ['AJ: Send it @ra|', true, 'AJ/RD: Send it|'],
  ['RD: Send it @ra|', true, 'RD: Send it|'],
  ['AJ: @ra|', false, 'RD: |'],
  ['AJ: @ra|', true, 'AJ/RD: |'],
  ['TODO: Send it @ra|', false, 'TODO: RD: Send it|'],
])('[N253] %s, beside %s, becomes %s', (marked, beside, after) => {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  const mention = mentionAt(text, caret)
  if (!mention) throw new Error('nobody is asked for')
  const made = withOwner(text, mention, 'RD', beside)
  expect(`${made.text.slice(0, made.caret)}|${made.text.slice(made.caret)}`).toBe(after)
})
