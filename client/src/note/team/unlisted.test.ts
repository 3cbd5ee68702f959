import { expect, test } from 'vitest'
import type { TeamPeople } from '../../editor/items/context.ts'
import { isNear, unlisted } from './unlisted.ts'

const ids: Record<string, string> = { RitaD: 'a:ritad', 'Rita Diaz': 'a:ritad', 'Bo Lee': 'a:bol', BoL: 'a:bol' }
const team: TeamPeople = {
  name: 'A',
  whose: () => ({ kind: 'unknown' }),
  idOf: (name) => ids[name] ?? null,
  others: [{ id: 'a:bol', entry: 'BoL', initials: ['BL'] }],
  choose: () => undefined,
}
const entries = (here: string[], listed: string[], known: TeamPeople | null = team) =>
  unlisted(here, listed, known).map(({ entry }) => entry)

test('[P28] who is here and not listed is offered, by the usual entry where that is certain', () => {
  expect(entries(['RăzvanD', 'Cleo'], ['Razvan D'])).toEqual(['Cleo'])
  expect(entries(['Rita Diaz', 'Rita'], ['RitaD'])).toEqual(['Rita'])
  expect(entries(['Bo Lee'], ['RitaD'])).toEqual(['BoL'])
  expect(entries(['Bo Lee', 'BoL'], [])).toEqual(['BoL'])
  expect(entries(['Bo Lee'], [], null)).toEqual(['Bo Lee'])
  expect(entries(['Guest'], [])).toEqual([])
})

function near(datetime: string): boolean[] {
  return ['13:59', '14:01', '18:59', '19:01'].map((time) => isNear(datetime, Date.parse(`2024-03-06T${time}:00Z`)))
}

test('[P29] the meeting is near from an hour before until four hours after its beginning', () => {
  expect(near('2024-03-06T16:00:00+01:00')).toEqual([false, true, true, false])
  expect(near('2024-03-06 15:00 Z')).toEqual([false, true, true, false])
  expect(near('2024-03-06T17:00+02')).toEqual([false, true, true, false])
  expect(isNear('2024-03-06', Date.parse('2024-03-06T12:00'))).toBe(true)
  expect(isNear('2024-03-06', Date.parse('2024-03-08T12:00'))).toBe(false)
  expect([isNear(null, 0), isNear('soon', 0)]).toEqual([false, false])
})
