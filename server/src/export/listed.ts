import type { Decision, Todo } from '@minutebook/shared/api'
import type { Place } from '../ledger/ledger.ts'

/** A row of a list, and where it stands. */
export interface Listed<Item extends Todo | Decision> {
  item: Item
  place: Place
  /** where people open it */
  url: string
}

/** The part of a note's address that leads to one of its items. */
export function anchorOf(itemId: string): string {
  return `item=${encodeURIComponent(itemId)}`
}

/** Everybody who owns an item, as they are shown: `RăzvanD, MP`. */
export function ownersOf({ owners }: Pick<Todo, 'owners'>): string {
  return owners.map(({ label, participant }) => participant ?? label).join(', ')
}
