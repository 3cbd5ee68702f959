import { expect, test, vi } from 'vitest'
import { remembered } from './node.ts'

test('[I70] what is made of an object is made once, also where it is nothing', () => {
  const make = vi.fn<(key: object) => undefined>()
  const read = remembered(make)
  const [a, b] = [{}, {}]
  expect([read(a), read(b), read(a), read(b)]).toEqual([undefined, undefined, undefined, undefined])
  expect(make.mock.calls).toEqual([[a], [b]])
})
