import { isPersonColor, personColors } from '../ui/person-color.ts'

/** Who somebody says they are: a name and one of the twelve colors. */
export interface Identity {
  name: string
  color: string
}

/** Longer names are cut. */
export const longestName = 60

/** Under this name the browser remembers who sits before it. */
export const identityKey = 'identity'

/** Reads what `writeIdentity` wrote; null where it is nothing of the kind. */
export function readIdentity(stored: string | null): Identity | null {
  if (stored === null) return null
  let value: unknown
  try {
    value = JSON.parse(stored)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || !('name' in value) || !('color' in value)) return null
  const name = typeof value.name === 'string' ? cleanName(value.name) : ''
  return name !== '' && isPersonColor(value.color) ? { name, color: value.color } : null
}

export function writeIdentity(identity: Identity): string {
  return JSON.stringify({ name: cleanName(identity.name), color: identity.color })
}

/** A name without blanks around it or twice in it, and not longer than the limit. */
export function cleanName(name: string): string {
  return Array.from(name.replace(/\s+/g, ' ').trim()).slice(0, longestName).join('')
}

/** A color for somebody new: one that nobody here has, where there is one. */
export function randomColor(taken: ReadonlySet<string>, random: number): string {
  const free = personColors.filter((color) => !taken.has(color))
  const choice = free.length > 0 ? free : personColors
  return choice[Math.floor(random * choice.length)] ?? 'var(--person-1)'
}
