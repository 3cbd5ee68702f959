import type { Status } from '../../session/status.ts'

/**
 * What is said of the connection, for those who do not see the line in the bar: only that it is another one than before.
 * Neither that each pause in typing is saved, nor each change that waits.
 *
 * @param before what was said last
 */
export function spokenStatus({ state, words }: Status, before: string): string {
  if (state === 'connecting') return before
  if (state === 'offline') return before.startsWith('Offline') ? before : words
  if (state !== 'saved' && state !== 'saving') return spoken[state]
  if (words.startsWith('Back online')) return words
  return before === '' || before.startsWith('Back online') ? before : 'Connected'
}

const spoken = { reconnecting: 'Reconnecting', notSaved: 'Not saved', closed: 'Disconnected' } as const
