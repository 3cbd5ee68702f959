import type { AllListed, Listed, TeamNote } from './entries.ts'
import { Groups } from './groups.ts'
import { extendsTo } from './name-form.ts'

/** In how many notes a single name must go with the initials of somebody of another team. */
const notesElsewhere = 3

/** Which entries are certainly one person. [P4] [P5] [P6] [P7] */
export function samePeople(all: AllListed): Groups {
  const groups = new Groups(all.entries.keys())
  const entries = [...all.entries.values()]
  const fulls = fullNames(entries)
  joinAcrossTeams(entries, fulls, groups)
  joinHandles(entries, groups)
  joinShortened(entries, fulls, groups)
  joinSingles(all, groups)
  joinInitials(all, groups)
  return groups
}

function byKey(entries: readonly Listed[]): Map<string, Listed[]> {
  return Map.groupBy(entries, ({ form }) => form.key)
}

/** Full names by first name, the entries of each name together. */
type FullNames = ReadonlyMap<string, Listed[][]>

function fullNames(entries: readonly Listed[]): FullNames {
  const names = byKey(entries.filter(({ form }) => form.kind === 'full'))
  return Map.groupBy(names.values(), ([full]) => full?.form.first ?? '')
}

/** The full names that an entry may shorten. */
function fits({ form }: Listed, fulls: FullNames): Listed[][] {
  return (fulls.get(form.first) ?? []).filter(([full]) => full && extendsTo(form, full.form))
}

function joinAcrossTeams(entries: readonly Listed[], fulls: FullNames, groups: Groups): void {
  const spread = entries.filter(({ form }) => form.kind === 'full' || form.kind === 'short')
  for (const same of byKey(spread).values()) {
    const [first] = same
    if (!first || (first.form.kind === 'short' && fits(first, fulls).length > 1)) continue
    for (const entry of same) groups.join(first.ref, entry.ref)
  }
}

function joinHandles(entries: readonly Listed[], groups: Groups): void {
  const firsts = new Map<string, Listed>()
  for (const entry of entries) {
    for (const handle of entry.handles) {
      const first = firsts.get(handle.toLowerCase())
      if (first) groups.join(first.ref, entry.ref)
      else firsts.set(handle.toLowerCase(), entry)
    }
  }
}

function joinShortened(entries: readonly Listed[], fulls: FullNames, groups: Groups): void {
  for (const entry of entries) {
    const [only, second] = fits(entry, fulls)
    if (!only || second) continue
    const full = only.find(({ team }) => team === entry.team)
    if (full && areApart(full, entry)) groups.join(full.ref, entry.ref)
  }
}

/** A single name and the one person with that first name, where the notes speak of that person's initials. [P6] */
function joinSingles(all: AllListed, groups: Groups): void {
  const named = [...all.entries.values()].filter(({ form }) => form.kind === 'full' || form.kind === 'short')
  const byFirst = Map.groupBy(named, ({ form }) => form.first)
  for (const [team, notes] of all.notes) {
    if (team === '') continue
    for (const [single, spoken] of spokenWith(notes)) {
      const alike = byFirst.get(single.form.first) ?? []
      const here = alike.filter((entry) => entry.team === team)
      const candidates = here.length > 0 ? here : alike
      const [first] = candidates
      if (!first || candidates.some((entry) => !groups.isSame(entry.ref, first.ref))) continue
      const initials = new Set(candidates.flatMap(({ form, given }) => [...form.initials, ...given]))
      const isSpoken = [...spoken.keys()].every((label) => initials.has(label))
      const times = Math.max(0, ...spoken.values())
      const isApart = candidates.every((entry) => areApart(entry, single))
      if (isSpoken && isApart && times >= (here.length > 0 ? 1 : notesElsewhere)) groups.join(first.ref, single.ref)
    }
  }
}

/** The initials that notes use while a single name is the only one that they list who could have them; in how many notes. */
function spokenWith(notes: readonly TeamNote[]): Map<Listed, Map<string, number>> {
  const spoken = new Map<Listed, Map<string, number>>()
  for (const { listed, labels } of notes) {
    for (const label of labels) {
      if (listed.some(({ form, given }) => form.initials.includes(label) || given.has(label))) continue
      const [only, second] = listed.filter((entry) => mayHave(entry, label))
      if (!only || second) continue
      const counts = spoken.get(only) ?? new Map<string, number>()
      counts.set(label, (counts.get(label) ?? 0) + 1)
      spoken.set(only, counts)
    }
  }
  return spoken
}

/** Whether nobody knows the initials of an entry, and these may be them. */
export function mayHave({ form, given }: Pick<Listed, 'form' | 'given'>, initials: string): boolean {
  return form.kind === 'single' && given.size === 0 && form.key[0] === initials[0]?.toLowerCase()
}

function joinInitials(all: AllListed, groups: Groups): void {
  const entries = [...all.entries.values()]
  for (const entry of entries.filter(({ form }) => form.kind === 'initials')) {
    const [label = ''] = entry.form.initials
    const bearers = entries.filter(
      ({ team, form, given }) =>
        team === entry.team && form.kind !== 'initials' && (form.initials.includes(label) || given.has(label)),
    )
    const [first] = bearers
    if (!first || bearers.some(({ ref }) => !groups.isSame(ref, first.ref))) continue
    if (bearers.every((bearer) => areApart(bearer, entry))) groups.join(first.ref, entry.ref)
  }
}

/** Whether no note lists both. */
function areApart(a: Listed, b: Listed): boolean {
  return [...a.notes].every((note) => !b.notes.has(note))
}
