import * as Y from 'yjs'
import type { Path } from '@minutebook/shared/schema'

/** Attributes that people see: what a tick and a kind of heading are kept in. */
const seen: ReadonlySet<string> = new Set(['checked', 'done', 'level', 'plain'])

/**
 * What counts as one change: a block of the body, or an item of a list there.
 *
 * @returns null for what is not in the body
 */
export function unitOf(body: Y.XmlFragment, type: unknown): Y.XmlElement | null {
  let unit: Y.XmlElement | null = null
  for (let at: unknown = type; at instanceof Y.AbstractType && at !== body; at = at.parent) {
    if (!(at instanceof Y.XmlElement)) continue
    const isUnit = at.parent === body || (at.nodeName === 'listItem' && at.parent?.parent === body)
    if (isUnit && (unit === null || !isList(at))) unit = at
  }
  return unit && isInside(unit, body) ? unit : null
}

function isList({ nodeName }: Y.XmlElement): boolean {
  return nodeName === 'bulletList' || nodeName === 'orderedList'
}

function isInside(type: Y.XmlElement, body: Y.XmlFragment): boolean {
  return type.parent === body || type.parent?.parent === body
}

/** The units that events of the body change so that somebody sees it. */
export function unitsOf(body: Y.XmlFragment, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Y.XmlElement[] {
  return events.flatMap((event) => {
    const { target } = event
    const isHolder = target === body || (target instanceof Y.XmlElement && isList(target) && target.parent === body)
    if (isHolder) return addedElements(event).flatMap((element) => unitsIn(body, element))
    const isSeen = event.changes.delta.length > 0 || [...event.changes.keys.keys()].some((name) => seen.has(name))
    const unit = isSeen ? unitOf(body, target) : null
    return unit ? [unit] : []
  })
}

function addedElements(event: Y.YEvent<Y.AbstractType<unknown>>): Y.XmlElement[] {
  return event.changes.delta
    .flatMap(({ insert }) => (Array.isArray(insert) ? (insert as unknown[]) : []))
    .filter((element) => element instanceof Y.XmlElement)
}

function unitsIn(body: Y.XmlFragment, element: Y.XmlElement): Y.XmlElement[] {
  if (element.parent === body && isList(element)) return elementsOf(element)
  return isInside(element, body) ? [element] : []
}

function elementsOf(parent: Y.XmlFragment): Y.XmlElement[] {
  return parent.toArray().filter((child) => child instanceof Y.XmlElement)
}

/** All units of a body, in its order, with their paths. */
export function allUnits(body: Y.XmlFragment): { unit: Y.XmlElement; path: Path }[] {
  return elementsOf(body).flatMap((block, index) =>
    isList(block)
      ? elementsOf(block).map((unit, place) => ({ unit, path: [index, place] }))
      : [{ unit: block, path: [index] }],
  )
}

/** The units that hold something written since a state vector was taken. What was only deleted leaves no trace there. */
export function unitsSince(body: Y.XmlFragment, before: ReadonlyMap<number, number>): Y.XmlElement[] {
  return allUnits(body).flatMap(({ unit }) => (isNewer(unit, before) || hasNewer(unit, before) ? [unit] : []))
}

/** A shared type, as far as its items tell when they were written. */
type Written = Pick<Y.AbstractType<unknown>, '_item' | '_map' | '_start'>

function isNewer(type: Written, before: ReadonlyMap<number, number>): boolean {
  const item = type._item
  return item !== null && item.id.clock >= (before.get(item.id.client) ?? 0)
}

function hasNewer(type: Written, before: ReadonlyMap<number, number>): boolean {
  const isNew = (item: Y.Item) => !item.deleted && item.id.clock + item.length > (before.get(item.id.client) ?? 0)
  for (const [name, item] of type._map) if (seen.has(name) && isNew(item)) return true
  for (let item = type._start; item; item = item.right) {
    if (item.deleted) continue
    if (isNew(item) && isVisible(item)) return true
    if (item.content instanceof Y.ContentType && hasNewer(item.content.type, before)) return true
  }
  return false
}

/** A text that the binding made for a block is none until it has letters. */
function isVisible({ content }: Y.Item): boolean {
  return !(content instanceof Y.ContentType) || content.type instanceof Y.XmlElement
}
