import { initialsOf } from '@minutebook/shared/meeting'
import type { Person } from '../../person/presence.ts'
import { Avatar } from '../../ui/Avatar.tsx'

const most = 3

/** Who is at a place: small circles, in the order in which the people came. The People tab says it in words. */
export function PeopleThere({ people }: { people: readonly Person[] }) {
  if (people.length === 0) return null
  const more = people.length - most
  return (
    <span className="avatars" aria-hidden="true">
      {people.slice(0, most).map(({ name, color }) => (
        <Avatar key={`${color} ${name}`} name={name} initials={initialsOf(name)} color={color} isHere size="small" />
      ))}
      {more > 0 && <span className="count">+{more}</span>}
    </span>
  )
}
