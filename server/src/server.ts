import type { Access } from './access/access.ts'
import type { Bus } from './bus/bus.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Log } from './observe/log.ts'
import type { Store } from './store/store.ts'

export type { Person, Rooms } from './sync/rooms.ts'

/** What a server is made of. */
export interface Parts {
  store: Store
  bus: Bus
  access: Access
  ledger: Ledger
  config: Config
  log: Log
  clock: Clock
  /** An id that nobody can guess and that has not been given before: letters, digits, `-` and `_`, 21 of them. */
  newId(): string
}
