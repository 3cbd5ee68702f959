import { expect, test } from 'vitest'
import { cleanName, randomColor, readIdentity, writeIdentity } from './identity.ts'
import { personColors } from '../ui/person-color.ts'

test('[N29] a name is kept without blanks around it, and cut', () => {
  expect(cleanName('  Ana \n Maria ')).toBe('Ana Maria')
  expect(Array.from(cleanName('😀'.repeat(80)))).toHaveLength(60)
})

test('[N29] what was stored comes back; anything else is no identity', () => {
  const ana = { name: 'Ana', color: 'var(--person-3)' }
  expect(readIdentity(writeIdentity(ana))).toEqual(ana)
  for (const stored of [
    null,
    '',
    '{',
    'null',
    '[]',
    '{"name":"Ana"}',
    '{"name":" ","color":"var(--person-3)"}',
    '{"name":"Ana","color":"red"}',
  ]) {
    expect(readIdentity(stored)).toBeNull()
  }
})

test('[N32] somebody new gets a color that is free', () => {
  const taken = new Set(personColors.slice(1))
  expect(randomColor(taken, 0.99)).toBe(personColors[0])
  expect(personColors).toContain(randomColor(new Set(personColors), 0.99))
})
