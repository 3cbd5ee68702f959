import { initialsOf } from '@minutebook/shared/meeting'
import { Avatar } from '../../ui/Avatar.tsx'
import type { Follow } from './use-follow.ts'

/** Says whom this page follows, and ends it. */
export function FollowPill({ follow }: { follow: Follow }) {
  const { person, stop } = follow
  if (!person) return null
  return (
    <section className="pill float" aria-label={`Following ${person.name}`}>
      <Avatar name={person.name} initials={initialsOf(person.name)} color={person.color} isHere size="small" />
      <span>Following {person.name}</span>
      <button type="button" className="btn quiet small" onClick={stop}>
        Stop
      </button>
    </section>
  )
}
