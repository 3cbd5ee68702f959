/** The twelve colors of people, as the design's tokens name them. */
export const personColors: readonly string[] = Array.from({ length: 12 }, (_, index) => `var(--person-${index + 1})`)

/** True for one of the twelve; anything else that comes over the wire is not put into a style. */
export function isPersonColor(value: unknown): value is string {
  return typeof value === 'string' && personColors.includes(value)
}

/** The color that a name has when nobody else is there: the same on every machine. */
export function preferredColor(name: string): string {
  return at(hash(name.normalize('NFC').toLowerCase()))
}

/**
 * A color for each name, all different while there are no more than twelve people.
 *
 * @param fixed colors that some have already, by name: those who are present chose theirs
 */
export function colorsOf(names: Iterable<string>, fixed: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const colors = new Map(fixed)
  const taken = new Set(fixed.values())
  for (const name of names) {
    if (colors.has(name)) continue
    const color = freeColor(preferredColor(name), taken)
    colors.set(name, color)
    taken.add(color)
  }
  return colors
}

/** `wanted` where it is free, else the next that is; `wanted` where all are taken. */
export function freeColor(wanted: string, taken: ReadonlySet<string>): string {
  const first = Math.max(0, personColors.indexOf(wanted))
  for (let step = 0; step < personColors.length; step += 1) {
    const color = at(first + step * 5) // five steps on is far from its neighbors, and reaches all twelve
    if (!taken.has(color)) return color
  }
  return wanted
}

function at(index: number): string {
  return `var(--person-${(index % personColors.length) + 1})`
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return value >>> 0
}
