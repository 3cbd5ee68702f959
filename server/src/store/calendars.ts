/**
 * The secret links at which due dates can be subscribed to: one for each owner. Of a link only a hash is kept, so that
 * nobody who reads the store can use one.
 *
 * Rules (docs/spec/store.md), checked for every implementation by `calendars.contract.ts`:
 * - a promise of `put` or `remove` resolves only when the change is durable
 */
export interface CalendarStore {
  /** Keeps a link in the place of the one that its owner had. */
  put(calendar: StoredCalendar): Promise<void>
  /** The calendar of an owner; null where there is none. */
  of(owner: string): Promise<StoredCalendar | null>
  /** The calendar whose link has this hash; null where there is none. */
  find(hash: Uint8Array): Promise<StoredCalendar | null>
  /** Resolves with false where there was none. */
  remove(owner: string): Promise<boolean>
  /** Makes what waits; calls after it reject. Call it before the log is closed. */
  close(): Promise<void>
}

export interface StoredCalendar {
  /** the key of the owner's group */
  owner: string
  /** the owner's name when the link was made */
  name: string
  /** SHA-256 of the link's secret */
  hash: Uint8Array
  createdAt: Date
}
