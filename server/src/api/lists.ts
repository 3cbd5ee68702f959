import type { Decision, ItemPlaces, OwnerGroup, Todo } from '@minutebook/shared/api'
import type { ItemPage, Place } from '../ledger/ledger.ts'
import { anchorOf, type Listed } from '../export/listed.ts'
import { isKey } from '../ledger/owner-group.ts'
import { rowOwners } from './owners.ts'
import { visible, type RouteParts } from './parts.ts'

/** The rows of a page that whoever asks may see, each with its place. */
async function seen<Item extends Todo | Decision>(parts: RouteParts, { rows, places }: ItemPage<Item>) {
  const placed = rows.flatMap((item, index): { item: Item; place: Place }[] => {
    const place = places[index]
    return place ? [{ item, place }] : []
  })
  return visible(parts, placed, ({ item }) => item.noteId)
}

/** A page of a list, as its answer says it: with the places of its rows where they are asked for. [A63] */
export async function pageOf<Item extends Todo | Decision>(
  parts: RouteParts,
  page: ItemPage<Item>,
  withPlaces: boolean,
): Promise<{ items: Item[]; beside: { nextCursor: string | null } & Partial<ItemPlaces> }> {
  const rows = await seen(parts, page)
  const items = rows.map(({ item }) => item)
  const { nextCursor } = page
  if (!withPlaces) return { items, beside: { nextCursor } }
  return {
    items,
    beside: {
      nextCursor,
      notes: Object.fromEntries(rows.map(({ item, place }) => [item.noteId, place.note])),
      places: rows.map(({ place }) => ({ group: place.group.key, order: place.order })),
      groups: Object.fromEntries(rows.map(({ place }) => [place.group.key, place.group.name])),
      owners: Object.fromEntries(
        rows.flatMap(({ place }) => (isKey(place.group.key) ? [[place.group.key, whoIs(parts, place.group)]] : [])),
      ),
    },
  }
}

/** Whom a group means, as far as the roster knows. */
export function whoIs(
  { people }: Pick<RouteParts, 'people'>,
  { key, name }: { key: string; name: string },
): OwnerGroup {
  return people.group(key) ?? { key, name, person: null, unsure: null }
}

/** The filters of decisions as the ledger takes them. [A147] */
export async function decisionFiltersOf<
  Filters extends { owner?: string | undefined; standing?: '0' | '1' | undefined },
>(parts: Pick<RouteParts, 'people'>, { standing, ...filters }: Filters) {
  return { ...(await filtersOf(parts, filters)), state: standing === '1' ? ('open' as const) : ('all' as const) }
}

/** The filters of a list as the ledger takes them, and what the owner is called. The roster is as current as it gets. */
export async function filtersOf<Filters extends { owner?: string | undefined }>(
  { people }: Pick<RouteParts, 'people'>,
  filters: Filters,
): Promise<Filters & { groups?: string[] }> {
  await people.roster()
  if (filters.owner === undefined) return filters
  const { owner, groups } = await people.find(filters.owner)
  return { ...filters, owner, groups }
}

const rowsAtOnce = 200

/**
 * A whole list with its people, page by page: others are answered between.
 *
 * @param origin of the links to the rows
 */
export async function wholeList<Item extends Todo | Decision>(
  parts: RouteParts,
  origin: string,
  ask: (paging: { limit: number; cursor?: string }) => Promise<ItemPage<Item>>,
): Promise<Listed<Item>[]> {
  const all: Listed<Item>[] = []
  const withOwners = rowOwners(parts)
  let cursor: string | undefined
  do {
    const page = await ask({ limit: rowsAtOnce, ...(cursor === undefined ? {} : { cursor }) })
    const rows = await seen(parts, page)
    const items = await withOwners(rows.map(({ item }) => item))
    for (const [index, { place }] of rows.entries()) {
      const item = items[index]
      if (item) all.push({ item, place, url: `${origin}/n/${item.noteId}#${anchorOf(item.id)}` })
    }
    cursor = page.nextCursor ?? undefined
    await new Promise<void>((resolve) => parts.clock.soon(resolve))
  } while (cursor !== undefined)
  return all
}

/** The origin that people use: the configured one, else the one that was asked. */
export function originOf({ publicUrl }: Pick<RouteParts, 'publicUrl'>, request: Request): string {
  return publicUrl ?? new URL(request.url).origin
}
