import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (pattern: string) =>
  globSync(pattern, { cwd: root, exclude: (path) => path.includes('node_modules') }).map((file) =>
    readFileSync(root + file, 'utf8'),
  )

const rules = new Set(
  read('docs/spec/*.md').flatMap((text) =>
    [...text.matchAll(/^(?:- )?\*\*([A-Z]+\d+)\*\*/gm)].map((match) => match[1] ?? ''),
  ),
)
const citations = new Set(
  read('{shared,server,client,test}/**/*.{test,spec,contract}.{ts,tsx}').flatMap((text) =>
    [...text.matchAll(/\[([A-Z]+\d+(?:, ?[A-Z]+\d+)*)\]/g)].flatMap((match) => (match[1] ?? '').split(/, ?/)),
  ),
)

test('every rule of docs/spec has a test that cites it', () => {
  expect(rules.size).toBeGreaterThan(50)
  expect([...rules].filter((rule) => !citations.has(rule))).toEqual([])
})

test('every citation in a test is a rule of docs/spec', () => {
  const prefixes = new Set([...rules].map((rule) => rule.replace(/\d+/, '')))
  const strangers = [...citations].filter(
    (citation) => prefixes.has(citation.replace(/\d+/, '')) && !rules.has(citation),
  )
  expect(strangers).toEqual([])
})
