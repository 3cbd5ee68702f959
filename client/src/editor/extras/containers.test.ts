// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '@minutebook/shared/note'
import { TestEditor } from '../test-editor.ts'

/** How the blocks of a note stand in containers. */
function held(markdown: string): string[] {
  const { dom } = new TestEditor(readMarkdown(markdown).body.content ?? []).editor.view
  return Array.from(dom.children, (block) => block.className)
}

const drawn = (markdown: string, selector: string) =>
  new TestEditor(readMarkdown(markdown).body.content ?? []).drawn(selector)

describe('containers', () => {
  it('[E74] hold one paragraph, or the blocks between their fences', () => {
    expect(held(':::info\nBring it.\n:::')).toEqual(['held info first last'])
    expect(held('a\n\n:::danger\n\nb\n\n---\n\n:::\n\nc')).toEqual([
      '',
      'held danger first',
      'held danger',
      'held danger',
      'held danger last',
      '',
    ])
  })

  it('[E74] end where a list holds the closing line', () => {
    expect(held(':::success\n- a\n- b\n:::\n\nc')).toEqual(['held success first', 'held success last', ''])
  })

  it('[E74] stand in each other by their colons', () => {
    expect(held('::::info\n\n:::warning\na\n:::\n\n::::')).toEqual([
      'held info first',
      'held warning first last',
      'held info last',
    ])
  })

  it('[E74] have no ground while nothing closes them, nor of an unknown kind', () => {
    expect(held(':::info\nBring it.\n\nmore')).toEqual(['', ''])
    expect(held(':::magic\nx\n:::')).toEqual([''])
    expect(held('```\n:::info\nx\n:::\n```')).toEqual([''])
  })

  it('[E74] show their fences small and the title of a spoiler', () => {
    expect(drawn(':::spoiler More of it\nx\n:::', '.fence')).toEqual([':::spoiler ', ':::'])
    expect(drawn('::: spoiler More of it\nx\n:::', '.fence-title')).toEqual(['More of it'])
  })
})
