import { expect, test } from 'vitest'
import { blocksOf } from './blocks.ts'
import { readMarkdown } from './file.ts'

const file = `---
title: Weekly
location: Room 5
teams: [core]
tags: release
participants:
- JanaW
---

Hello
there,\\
all

## :dart: TODOs

JW: Fill in *the sheet*.

- a detail ![the plan](images/a.png)

Decision: we use arm64

| A | B |
| - | - |
| 1 | 2 |

\`\`\`
make it
\`\`\`

![only an image](images/b.png)
`

test('[L80] a note is its pieces: what they say, what they are, under which heading and on which lines', () => {
  const shown = blocksOf(readMarkdown(file)).map(({ kind, text, heading, lines }) =>
    [kind, text, heading ?? '', lines ? file.split('\n')[lines[0] - 1] : ''].join('|'),
  )
  expect(shown).toEqual([
    'title|Weekly||',
    'person|JanaW||',
    'text|Room 5||',
    'text|core||',
    'text|release||',
    'text|Hello there, all||Hello',
    'text|:dart: TODOs||## :dart: TODOs',
    'todo|JW: Fill in the sheet.|TODOs|JW: Fill in *the sheet*.',
    'text|a detail the plan|TODOs|- a detail ![the plan](images/a.png)',
    'decision|Decision: we use arm64|TODOs|Decision: we use arm64',
    'text|A · B|TODOs|| A | B |',
    'text|1 · 2|TODOs|| A | B |',
    'text|make it|TODOs|```',
    'text|only an image|TODOs|![only an image](images/b.png)',
  ])
})

test('[L80] a note without a title is called by its first heading', () => {
  expect(blocksOf(readMarkdown('# Plans\n\nWe plan.\n')).map(({ kind, text }) => [kind, text])).toEqual([
    ['title', 'Plans'],
    ['text', 'Plans'],
    ['text', 'We plan.'],
  ])
})

test('[L80] a note that is empty is what it is called', () => {
  const nothing = { frontMatter: '', body: { type: 'doc' }, form: {} }
  expect(blocksOf(nothing).map(({ text }) => text)).toEqual(['Untitled note'])
})
