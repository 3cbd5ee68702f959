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
    itemsA.every((item, index) => itemLooksSame(a, item, b, itemsB[index])) &&
    a.outline.length === b.outline.length &&
    a.outline.every((entry, index) => isSameEntry(entry, b.outline[index]))
  )
}

/** A block that stayed as it is gives the same reading again. */
function itemLooksSame(a: Content, item: Reading, b: Content, other: Reading | undefined): boolean {
  if (item === other) return true
  return (
    nodeAt(a.body, item.path) === nodeAt(b.body, other?.path ?? []) && JSON.stringify(item) === JSON.stringify(other)
  )
}

function isSameEntry(a: OutlineEntry, b: OutlineEntry | undefined): boolean {
  return a.text === b?.text && a.level === b.level && a.path[0] === b.path[0]
}

function itemsOf({ readings }: Content): Reading[] {
  return readings.filter(({ kind }) => kind !== 'speaker')
}
