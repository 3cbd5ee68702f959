import { expect, test } from 'vitest'
import { readItems, readOutline } from '@minutebook/shared/meeting'
import type { DocNode } from '@minutebook/shared/schema'
import { looksSame, type Content } from './content.ts'

const block = (text: string, type = 'paragraph'): DocNode => ({
  type,
  ...(type === 'heading' ? { attrs: { level: 2 } } : {}),
  content: [{ type: 'text', text }],
})

const talk = block('We talked.')
const todo = block('RD: Send it')
const heading = block('TODOs and Decisions', 'heading')

function contentOf(...blocks: DocNode[]): Content {
  const body: DocNode = { type: 'doc', content: blocks }
  const options = { participants: [] }
  return { body, readings: readItems(body, null, options), outline: readOutline(body) }
}

test('[N207] the columns are drawn again only for what they show', () => {
  const before = contentOf(talk, heading, todo)
  expect(before.readings).toHaveLength(1)
  expect(looksSame(before, contentOf(block('We talked!'), heading, todo))).toBe(true)
  expect(looksSame(before, contentOf(talk, heading, block('RD: Send it!')))).toBe(false)
  expect(looksSame(before, contentOf(talk, talk, heading, todo))).toBe(false)
  expect(looksSame(before, contentOf(talk, block('TODOs', 'heading'), todo))).toBe(false)
  expect(looksSame(before, contentOf(talk, heading, todo, todo))).toBe(false)
})
