import type { Decision, Todo } from '@minutebook/shared/api'
import type { Place } from '../ledger/ledger.ts'
import type { OwnerGroup } from '../ledger/owner-group.ts'
import { foldName } from '../ledger/words.ts'

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

/**
 * Everybody who owns an item, each once, as they are shown: `Răzvan Deaconescu, MP`.
 *
 * @param above the group that is named already
 */
export function ownersOf({ owners, people = [] }: Pick<Todo, 'owners' | 'people'>, above?: OwnerGroup): string {
  const names = owners.flatMap(({ label, participant }, index) => {
    const who = people[index]
    const name = who?.person?.name ?? participant ?? label
    const isNamed = above && (who?.group === above.key || [label, name].map(foldName).includes(foldName(above.name)))
    return isNamed ? [] : [name]
  })
  return [...new Set(names)].join(', ')
}
