import type { Lost } from './rooms.ts'

/** Who is in a note and who may still hold text that is not in, as one process sees it. */
export interface Whereabouts {
  /** the names of those whose connection answers */
  here: readonly string[]
  lost: readonly Lost[]
}

/** Who is lost somewhere and here nowhere, each once, with the first time at which a connection of theirs broke. */
export function stillLost(all: readonly Whereabouts[]): Lost[] {
  const here = new Set(all.flatMap((one) => one.here))
  const lost = new Map<string, Date>()
  for (const { name, since } of all.flatMap((one) => one.lost)) {
    const known = lost.get(name)
    if (!here.has(name) && (!known || since < known)) lost.set(name, since)
  }
  return Array.from(lost, ([name, since]) => ({ name, since }))
}
