import type { OutlineEntry, Reading } from '@minutebook/shared/meeting'
import { nodeAt, type DocNode } from '@minutebook/shared/schema'

/** What the text says now, as the editor reads it. */
export interface Content {
  readings: readonly Reading[]
  outline: readonly OutlineEntry[]
  body: DocNode
}

export const noContent: Content = { readings: [], outline: [], body: { type: 'doc' } }

/** Whether the columns beside the text show the same of both: most letters are in no heading, TODO or decision. */
export function looksSame(a: Content, b: Content): boolean {
  const [itemsA, itemsB] = [itemsOf(a), itemsOf(b)]
  return (
    itemsA.length === itemsB.length &&
    itemsA.every(({ path }, index) => nodeAt(a.body, path) === nodeAt(b.body, itemsB[index]?.path ?? [])) &&
    JSON.stringify([itemsA, a.outline]) === JSON.stringify([itemsB, b.outline])
  )
}

function itemsOf({ readings }: Content): Reading[] {
  return readings.filter(({ kind }) => kind !== 'speaker')
}
