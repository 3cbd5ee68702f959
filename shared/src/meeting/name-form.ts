import { asInitials, bareName, folded, fullForms } from './people.ts'

/** How much of a name an entry gives. */
export type NameKind =
  /** `Simon Kuenzer`, `RaduNichita` */
  | 'full'
  /** a first name and how the last one begins: `RăzvanD`, `Filipe F.` */
  | 'short'
  /** one name: `Cezar`, `@octo-cat` */
  | 'single'
  /** `RD` */
  | 'initials'

/** An entry for a person, taken apart. Letters are folded: no accents, lower case. */
export interface NameForm {
  kind: NameKind
  /** equal for all spellings of the entry: `RăzvanD`, `Razvan D` and `razvand` */
  key: string
  first: string
  /** '' where there is none */
  last: string
  middle: string[]
  /** the initials that the entry spells out, in capitals without accents */
  initials: string[]
}

/** Takes an entry of a list of people apart; null where it names nobody. */
export function nameForm(entry: string): NameForm | null {
  const name = bareName(entry).normalize('NFC')
  const key = keyOf(entry)
  if (key === '') return null
  const initials = fullForms(entry).map(plainInitials)
  const own = initialsIn(name)
  if (own !== null) return { kind: 'initials', key, first: '', last: '', middle: [], initials: [own] }
  const words = name.split(/[\s.]+/).filter((word) => /\p{L}/u.test(word))
  const isHumped = words.length === 1 && /^\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}*)+$/u.test(name)
  const parts = (isHumped ? (name.match(/\p{Lu}\p{Ll}*/gu) ?? []) : words).map(folded)
  const [first = '', ...rest] = parts
  const last = rest.at(-1) ?? ''
  const middle = rest.slice(0, -1)
  if (last === '') return { kind: 'single', key, first, last, middle, initials }
  const isShort = last.length === 1 || (isHumped && last.length === 2)
  return { kind: isShort ? 'short' : 'full', key, first, last, middle, initials }
}

/** What is the same for all spellings of an entry: its letters and digits, folded. */
export function keyOf(entry: string): string {
  return folded(bareName(entry)).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The initials that a word is, as they are compared; null for a word that is none, such as `TeoT`, which begins with a name. */
export function initialsIn(word: string): string | null {
  return /^\p{L}\p{Ll}{2}/u.test(word.normalize('NFC')) ? null : asInitials(word)
}

/** Initials as they are compared: capitals without accents. */
export function plainInitials(initials: string): string {
  return folded(initials).toUpperCase()
}

/** Whether a full name can be what another entry shortens: `RăzvanD` of Răzvan Deaconescu, `Cheng Lee` of Cheng H. Lee. */
export function extendsTo(entry: NameForm, full: NameForm): boolean {
  if (full.kind !== 'full' || entry.key === full.key || entry.first !== full.first) return false
  if (entry.kind === 'short') return full.last.startsWith(entry.last)
  return entry.kind === 'full' && entry.last === full.last && entry.middle.length === 0 && full.middle.length > 0
}
