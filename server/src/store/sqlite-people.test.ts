import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { openDatabase, openFile } from './database.ts'
import { describePeople } from './people.contract.ts'
import { createSqlitePeople } from './sqlite-people.ts'

describePeople('sqlite', () => createSqlitePeople(openFile(':memory:'), systemClock))

test('[P19] what was kept is there after the file is opened anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-'))
  const database = openDatabase(folder)
  await createSqlitePeople(database, systemClock).add([{ kind: 'rename', person: 'harbor:simon', name: 'Simon B.' }])
  database.close()
  const again = openDatabase(folder)
  expect(await createSqlitePeople(again, systemClock).all()).toHaveLength(1)
  again.close()
  rmSync(folder, { recursive: true, force: true })
})
