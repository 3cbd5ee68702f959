import type { Decision, OwnerGroup, Todo } from '@minutebook/shared/api'
import { preferredColor } from '../ui/person-color.ts'
import { oneOf } from '../ui/words.ts'

/** An owner of an item, as a row shows them. */
export interface RowOwner {
  /** as written */
  label: string
  /** who it is as far as anybody knows, else the label */
  name: string
  /** the key of the group in which it stands */
  group: string
  color: string
}

/** The owners of an item, each person once. */
export function ownersOf({ owners, people = [] }: Pick<Todo | Decision, 'owners' | 'people'>): RowOwner[] {
  const all = owners.map(({ label, participant }, index): RowOwner => {
    const who = people[index]
    const name = who?.person?.name ?? participant ?? label
    return { label, name, group: who?.group ?? name, color: colorOf(name, (who?.candidates.length ?? 0) > 0) }
  })
  return all.filter(({ group }, index) => all.findIndex((other) => other.group === group) === index)
}

/** The color of an owner: nobody's where several may be meant. */
export function colorOf(name: string, isUnsure: boolean): string {
  return isUnsure ? 'var(--text-2)' : preferredColor(name)
}

/** What an owner is called where two may have the same name: "MP (Maria or Mihnea?)" */
export function wordsFor({ name, unsure }: Pick<OwnerGroup, 'name' | 'unsure'>): string {
  return unsure ? `${name} (${oneOf(unsure.candidates.map((one) => one.name))}?)` : name
}

/** The key of the group that an address means, which may have only its name; what it has where that is no group. */
export function keyOfOwner(owner: string, groups: readonly Pick<OwnerGroup, 'key' | 'name'>[]): string {
  const isName = ({ name }: { name: string }) => name.toLowerCase() === owner.toLowerCase()
  return (groups.find(({ key }) => key === owner) ?? groups.find(isName))?.key ?? owner
}

/** The owners of an item who are not named by the group in which it stands. */
export function othersOf(item: Parameters<typeof ownersOf>[0], group: Pick<OwnerGroup, 'key' | 'name'>): RowOwner[] {
  const isNamed = ({ label, name }: RowOwner) =>
    [label, name].some((each) => each.toLowerCase() === group.name.toLowerCase())
  return ownersOf(item).filter((owner) => owner.group !== group.key && !isNamed(owner))
}
