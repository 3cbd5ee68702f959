import { expect, test } from 'vitest'
import { imageAddress, imageNamesIn, isImageName, readImageAddress } from './image-address.ts'

const name = `${'0a'.repeat(16)}-640x480.png`

test('[A112] an address is relative, and tells the size', () => {
  expect(imageAddress(name)).toBe(`images/${name}`)
  expect(readImageAddress(`images/${name}`)).toEqual({ name, width: 640, height: 480 })
})

test('[A112] whatever else stands in a note is no address of an image that is kept with it', () => {
  for (const address of [
    name,
    `/images/${name}`,
    `images/../${name}`,
    `https://example.org/images/${name}`,
    'images/photo.png',
    `images/${name.replace('.png', '.svg')}`,
    `images/${name.replace('640', '0')}`,
    `images/${name}?x`,
  ])
    expect([address, readImageAddress(address)]).toEqual([address, null])
  expect(isImageName(name)).toBe(true)
  expect(isImageName(`../${name}`)).toBe(false)
})

test('[A121] the images of a text are found, each once', () => {
  const other = name.replace('0a', 'ff')
  const text = `![a](images/${name})![b](images/${other} "t")\n\n[c]: images/${name}\n\n![d](images/photo.png)`
  expect(imageNamesIn(text)).toEqual([name, other])
})
