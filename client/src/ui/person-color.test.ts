import { expect, test } from 'vitest'
import { colorsOf, freeColor, isPersonColor, personColors, preferredColor } from './person-color.ts'

const names = Array.from({ length: 12 }, (_, index) => `Person ${index}`)

test('[N33] twelve people have twelve colors, the thirteenth has one too', () => {
  expect(new Set(colorsOf(names).values()).size).toBe(12)
  expect([...colorsOf([...names, 'One more']).values()].every(isPersonColor)).toBe(true)
})

test('[N33] who is present keeps the chosen color', () => {
  const chosen = preferredColor('Ana')
  const colors = colorsOf(['Ana', 'Ben'], new Map([['Ben', chosen]]))
  expect(colors.get('Ben')).toBe(chosen)
  expect(colors.get('Ana')).not.toBe(chosen)
})

test('[N33] a name has the same color everywhere, and every free color is found', () => {
  expect(preferredColor('Ștefan')).toBe(preferredColor('S\u0326tefan'))
  for (const free of personColors) {
    const taken = new Set(personColors.filter((color) => color !== free))
    expect(freeColor('var(--person-1)', taken)).toBe(free)
  }
})
