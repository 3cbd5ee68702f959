import type { Owner } from '@minutebook/shared/api'
import { foldName } from './words.ts'

/** Under whom TODOs are gathered. */
export interface OwnerGroup {
  /** the same for everything that means this owner */
  key: string
  /** as it is shown */
  name: string
}

/** The key of what has no owner. It comes after every name. */
export const nobody = '\uFFFF'

/** Whose an item is: the participant who is certainly meant, else the label as written; nobody is guessed. [L40] */
export function groupOf({ label, participant }: Owner): OwnerGroup {
  const name = participant ?? label.replace(/^@/, '')
  return { key: foldName(name), name }
}
