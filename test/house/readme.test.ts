import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { variables } from '../../server/src/config.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const readme = readFileSync(`${root}README.md`, 'utf8')

test('the README names every variable with its default', () => {
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| (\S+) \|/gm)].map((row) => [row[1], row[2]])
  const expected = Object.values(variables).map(({ name, fallback }) => [
    name,
    fallback === null ? 'http://localhost:PORT' : String(fallback),
  ])
  expect(rows).toEqual(expected)
})

test('the README names no script that is not there', () => {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> }
  const named = [...readme.matchAll(/\bpnpm(?:@12)? ([a-z:]+)/g)].map((match) => match[1] ?? '')
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})
