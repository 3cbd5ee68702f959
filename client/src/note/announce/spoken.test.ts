import { expect, test } from 'vitest'
import type { Status } from '../../session/status.ts'
import { spokenStatus } from './spoken.ts'

test('[N125] the connection is spoken of when it is another one, and not otherwise', () => {
  const states: [Status['state'], string][] = [
    ['connecting', 'Connecting'],
    ['saved', 'Connected · Saved'],
    ['saving', 'Saving'],
    ['saved', 'Connected · Saved'],
    ['reconnecting', 'Reconnecting'],
    ['offline', 'Offline'],
    ['offline', 'Offline, 1 change kept here'],
    ['offline', 'Offline, 2 changes kept here'],
    ['saving', 'Saving'],
    ['saved', 'Back online, 2 changes synced'],
    ['saved', 'Connected · Saved'],
    ['saving', 'Saving'],
    ['notSaved', 'Not saved'],
    ['saved', 'Connected · Saved'],
    ['closed', 'Disconnected'],
  ]
  let before = ''
  const said = states.flatMap(([state, words]) => {
    const next = spokenStatus({ state, words }, before)
    const isNews = next !== before
    before = next
    return isNews ? [next] : []
  })
  expect(said).toEqual([
    'Reconnecting',
    'Offline',
    'Connected',
    'Back online, 2 changes synced',
    'Not saved',
    'Connected',
    'Disconnected',
  ])
})
