import { expect, test } from 'vitest'
import { readWhole } from './mdast.ts'
import { parse, print } from './index.ts'
import { readInPieces } from './pieces.ts'

const note = `# One

text with [a], [b *c*][], [^1] and [nothing]

- item

\`\`\`
code

# no heading
\`\`\`

## Two

<!-- open

# no heading
-->

### Three

~~~
closed
~~~

## Four

[a]: /u "t"
[b *c*]: /v

[^1]: note

    # in the note

## Five

[a] again

    indented

## Six

\`\`\`
# never closed

# no heading
`

test.each([1, 10, 40, 100, 1000])('[M29] cut at about %i characters the tree is the same', (length) => {
  expect(readInPieces(note, length, readWhole).children).toEqual(readWhole(note).children)
})

test('[M29] a text that is long enough to be cut comes back', () => {
  const long = note.replace('# never closed', '```\n').repeat(200)
  const { body, form } = parse(long)
  expect(print(body, form).text).toBe(long)
  expect(body.content?.filter((node) => node.type === 'heading')).toHaveLength(1400)
})
