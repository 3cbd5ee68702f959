import { systemClock } from '../clock.ts'
import { openFile } from './database.ts'
import { createMemoryStore } from './memory.ts'
import { createMemoryVersions } from './memory-versions.ts'
import { createSqliteStore } from './sqlite.ts'
import { createSqliteVersions } from './sqlite-versions.ts'
import { describeVersions } from './versions.contract.ts'

describeVersions('the reference', () => {
  const store = createMemoryStore()
  return { store, versions: createMemoryVersions(store) }
})

describeVersions('SQLite', () => {
  const database = openFile(':memory:')
  return { store: createSqliteStore(database, systemClock), versions: createSqliteVersions(database, systemClock) }
})
