import { isGroup } from './names.ts'

/** What a label means: a participant, a group, or nobody for certain. */
export type Resolution =
  | { kind: 'person'; participant: string }
  | { kind: 'group' }
  /** who it may mean; a person has to choose, even where there is one candidate only */
  | { kind: 'ambiguous'; candidates: string[] }
  | { kind: 'unknown' }

/**
 * Whom a label means among the entries of `participants`. Only certain rules, in this order: a group; the name itself;
 * the initials of exactly one participant in full form; a first name that exactly one participant has. Accents do not
 * count, nor does case in names; initials are capitals.
 */
export function resolve(label: string, participants: readonly string[]): Resolution {
  const written = label.replace(/^@/, '').trim()
  if (written === '') return { kind: 'unknown' }
  if (isGroup(written)) return { kind: 'group' }
  const people = [...new Set(participants)]
  const name = folded(written)
  const named = people.filter((person) => folded(bareName(person)) === name || folded(person) === name)
  if (named.length > 0) return among(named)
  const initials = asInitials(written)
  if (initials !== null) return byInitials(initials, people)
  if (name.length < 3) return { kind: 'unknown' }
  const sharing = people.filter((person) => firstName(person) === name)
  return sharing.length > 0 ? among(sharing) : byFirstName(written, people)
}

/**
 * The letters that stand for a name, for avatars and as a label: `RăzvanD` → RD, `Simon Kuenzer` → SK, those in
 * parentheses where the entry gives them, and the first two letters of a single name (`Sahil` → SA).
 */
export function initialsOf(name: string): string {
  const [first] = fullForms(name)
  if (first !== undefined) return first
  const letters = [
    ...bareName(name)
      .replace(/^@/, '')
      .matchAll(/[\p{L}\p{N}]/gu),
  ].map((match) => match[0])
  return letters.slice(0, 2).join('').toLocaleUpperCase('en')
}

/** What a picker writes for a participant: initials where they certainly mean that one entry, else the name. */
export function labelFor(participant: string, participants: readonly string[]): string {
  const initials = initialsOf(participant)
  const meant = resolve(initials, participants)
  return meant.kind === 'person' && meant.participant === participant ? initials : bareName(participant)
}

/** Letters without accents, in lower case. */
export function folded(text: string): string {
  return withoutAccents(text).toLowerCase()
}

function withoutAccents(text: string): string {
  return /[^ -~]/.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text
}

/** An entry without what stands in parentheses after the name. */
export function bareName(person: string): string {
  return person
    .replace(/\s*\(.*$/, '')
    .replace(/^@/, '')
    .trim()
}

/** The first of several names, folded; letters of scripts without capitals, such as Hebrew and Arabic, make one too. */
export function firstName(person: string): string {
  return folded(/^(?:\p{Lu}?[\p{Ll}\p{M}'’]+|[\p{Lo}\p{M}'’]+)/u.exec(bareName(person))?.[0] ?? '')
}

/**
 * The initials that an entry spells out, the usual ones first. None for a single name, whose second letter nobody knows.
 */
export function fullForms(person: string): string[] {
  const name = bareName(person).normalize('NFC')
  const forms: string[] = []
  const given = /\((\p{Lu}[\p{L}]{1,3})\)/u.exec(person)?.[1]
  if (given !== undefined && asInitials(given) !== null) forms.push(given)
  const words = name.split(/[\s.]+/).filter((word) => /^\p{L}/u.test(word))
  if (words.length > 1) {
    const parts = words.flatMap((word) => word.split('-')).filter((word) => /^\p{L}/u.test(word))
    forms.push(capitals(words), capitals(parts), capitals([words[0] ?? '', words.at(-1) ?? '']))
  } else {
    const humps = name.match(/\p{Lu}/gu) ?? []
    if (humps.length > 1 && humps.length < 5) forms.push(humps.join(''))
  }
  return [...new Set(forms)]
}

function capitals(words: readonly string[]): string {
  return words
    .map((word) => (word[0] ?? '').toLocaleUpperCase('en'))
    .join('')
    .slice(0, 4)
}

/** Initials in the form in which they are compared; null for a word that is none. */
export function asInitials(label: string): string | null {
  const plain = withoutAccents(label)
  const capital = plain.match(/[A-Z]/g) ?? []
  return /^[A-Z][A-Za-z]{1,3}$/.test(plain) && capital.length > 1 ? plain.toUpperCase() : null
}

function byInitials(initials: string, people: readonly string[]): Resolution {
  const spelled = people.map((person) => ({
    person,
    forms: fullForms(person).map((form) => withoutAccents(form).toUpperCase()),
  }))
  const exact = spelled.filter(({ forms }) => forms.includes(initials))
  if (exact.length > 0) return among(exact.map(({ person }) => person))
  const possible = spelled.filter(
    ({ person, forms }) => forms.length === 0 && folded(person)[0] === initials[0]?.toLowerCase(),
  )
  return possible.length > 0
    ? { kind: 'ambiguous', candidates: possible.map(({ person }) => person) }
    : { kind: 'unknown' }
}

/** A fuller form of a name than the entry has (`AlexJ` where `Alex` takes part) is never certain. */
function byFirstName(label: string, people: readonly string[]): Resolution {
  const first = firstName(label)
  const candidates = people.filter((person) => first.length > 2 && firstName(person) === first && fits(label, person))
  return candidates.length > 0 ? { kind: 'ambiguous', candidates } : { kind: 'unknown' }
}

/** Whether two entries can be one person: their initials agree, or one of them gives none. */
function fits(label: string, person: string): boolean {
  const ours = fullForms(label).map(folded)
  const theirs = fullForms(person).map(folded)
  return ours.length === 0 || theirs.length === 0 || ours.some((form) => theirs.includes(form))
}

function among(people: readonly string[]): Resolution {
  const [only, second] = people
  if (only === undefined) return { kind: 'unknown' }
  return second === undefined ? { kind: 'person', participant: only } : { kind: 'ambiguous', candidates: [...people] }
}
