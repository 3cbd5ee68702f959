import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { calendarOf, describeCalendars } from './calendars.contract.ts'
import { openDatabase, openFile } from './database.ts'
import { createMemoryCalendars } from './memory-calendars.ts'
import { createSqliteCalendars } from './sqlite-calendars.ts'

describeCalendars('memory', createMemoryCalendars)
describeCalendars('sqlite', () => createSqliteCalendars(openFile(':memory:'), systemClock))

test('[S10, S40] a calendar is there after the file is opened again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-'))
  const before = openDatabase(folder)
  await createSqliteCalendars(before, systemClock).put(calendarOf('ann', 1))
  before.close()
  const after = openDatabase(folder)
  expect(await createSqliteCalendars(after, systemClock).of('ann')).toEqual(calendarOf('ann', 1))
  after.close()
  rmSync(folder, { recursive: true, force: true })
})
