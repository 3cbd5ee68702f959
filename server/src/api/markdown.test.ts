import { expect, test } from 'vitest'
import { attachment } from './markdown.ts'

test('[A13] a plain file name stands as it is', () => {
  expect(attachment('2023-10-25.md')).toBe('attachment; filename="2023-10-25.md"')
})

test('[A13] a name that is not ASCII is given in full and in a plain form; nothing breaks out of the quotes', () => {
  expect(attachment('ședință.md')).toBe(`attachment; filename="_edin__.md"; filename*=UTF-8''%C8%99edin%C8%9B%C4%83.md`)
  expect(attachment(`a"b\\c'(1).md`)).toBe(
    `attachment; filename="a_b_c'(1).md"; filename*=UTF-8''a%22b%5Cc%27%281%29.md`,
  )
})
