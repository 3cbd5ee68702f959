import { freeColor, isPersonColor, preferredColor } from '../ui/person-color.ts'
import { cleanName, type Identity } from './identity.ts'

/** Somebody who has the note open, in one window or several. */
export interface Person {
  name: string
  color: string
  /** the Yjs client of each of their windows */
  clients: number[]
  /** when they came, in milliseconds since 1970, as they say */
  joined: number
  isMe: boolean
}

/** The states that awareness holds, by client. They come from others and are checked here. */
export type PresenceStates = ReadonlyMap<number, unknown>

/** Who is here, in the order in which they came; two windows of one name and color are one person. */
export function peopleOf(states: PresenceStates, myClient: number): Person[] {
  const people = new Map<string, Person>()
  for (const [client, state] of states) {
    const user = userOf(state)
    if (!user) continue
    const known = people.get(`${user.color} ${user.name}`)
    if (known) {
      known.clients.push(client)
      known.joined = Math.min(known.joined, user.joined)
      known.isMe ||= client === myClient
    } else {
      people.set(`${user.color} ${user.name}`, { ...user, clients: [client], isMe: client === myClient })
    }
  }
  return [...people.values()].sort((a, b) => a.joined - b.joined || Math.min(...a.clients) - Math.min(...b.clients))
}

/**
 * The color that I show: mine, unless somebody else came with it before me; then one that is free.
 *
 * @param me who I am, when I came, and my client's number, which decides between two who came at the same time
 */
export function shownColor(me: Identity & { joined: number; client: number }, states: PresenceStates): string {
  const others = [...states].flatMap(([client, state]) => {
    const user = client === me.client ? null : userOf(state)
    return user && user.name !== me.name ? [{ ...user, client }] : []
  })
  const isTaken = others.some(
    (other) =>
      other.color === me.color &&
      (other.joined < me.joined || (other.joined === me.joined && other.client < me.client)),
  )
  return isTaken ? freeColor(me.color, new Set(others.map((other) => other.color))) : me.color
}

function userOf(state: unknown): { name: string; color: string; joined: number } | null {
  if (!isRecord(state) || !isRecord(state['user'])) return null
  const { name, color } = state['user']
  const clean = typeof name === 'string' ? cleanName(name) : ''
  if (clean === '') return null
  const joined = typeof state['joined'] === 'number' ? state['joined'] : 0
  return { name: clean, color: isPersonColor(color) ? color : preferredColor(clean), joined }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
