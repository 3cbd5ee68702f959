import { expect, test } from 'vitest'
import { WireBytes } from './wire-bytes.ts'

// The heads are those of RFC 6455, 5.7, and of the sizes beside which the form of the length changes.
test.each([
  [0, [0x82, 0]],
  [125, [0x82, 125]],
  [126, [0x82, 126, 0, 126]],
  [256, [0x82, 126, 0x01, 0x00]],
  [65_535, [0x82, 126, 0xff, 0xff]],
  [65_536, [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
])('[W17] a message of %i bytes is one whole binary frame', (length, head) => {
  const message = Uint8Array.from({ length }, (_, index) => index % 251)
  const bytes = new WireBytes().of(message)
  expect([...bytes.subarray(0, head.length)]).toEqual(head)
  expect(bytes.subarray(head.length).equals(message)).toBe(true)
})

test('[W17] what goes to many is framed once, and another message is another frame', () => {
  const wires = new WireBytes()
  const [one, other] = [Uint8Array.of(1, 2), Uint8Array.of(1, 2)]
  const bytes = wires.of(one)
  expect(wires.of(one)).toBe(bytes)
  expect(wires.of(other)).not.toBe(bytes)
  expect(wires.of(other)).toEqual(bytes)
})

test('[W17] an answer that goes with a question of its own each time is framed once', () => {
  const wires = new WireBytes()
  const answer = Uint8Array.of(1, 2)
  const bytes = wires.of(answer)
  for (let turn = 0; turn < 3; turn += 1) {
    expect(wires.of(Uint8Array.of(turn)).at(-1)).toBe(turn)
    expect(wires.of(answer)).toBe(bytes)
  }
})
