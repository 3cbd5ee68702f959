import { expect } from 'vitest'
import { nodeAt, textOf, type DocNode } from '../schema/node.ts'
import { placeAt, readItems } from './items.ts'
import { readLine } from './line.ts'
import { paragraphReader } from './paragraph.ts'
import type { Known } from './reading.ts'
import { walk } from './walk.ts'

/** "todo RD+SK: words" for each reading; on the way every law that holds for all readings is checked. */
export function read(note: DocNode, known: Known = {}): string[] {
  const readings = readItems(note, '2024-05-07', known)
  const alone = [...walk(note, paragraphReader(null, known))].map(({ paragraph, path }) => {
    const place = placeAt(note, path, known)
    return place && paragraph.attrs?.['plain'] !== true ? readLine(textOf(paragraph), place, '2024-05-07', known) : null
  })
  // [I39] each reading is what its line is when read alone
  for (const reading of readings) {
    expect(alone).toContainEqual(
      expect.objectContaining({ kind: reading.kind, textFrom: reading.textFrom, marker: reading.marker }),
    )
  }
  return readings.map((reading) => {
    const text = textOf(nodeAt(note, reading.path) ?? { type: 'none' })
    for (const owner of reading.ownersFrom === 'line' ? reading.owners : []) {
      expect(text.slice(owner.from, owner.to).replace(/^@/, '')).toBe(owner.label)
    }
    const owners = reading.owners.map((owner) => owner.label).join('+')
    return `${reading.kind}${owners && ` ${owners}`}: ${text.slice(reading.textFrom)}`
  })
}
