import { initialsOf } from '@minutebook/shared/meeting'
import type { Person } from '../person/presence.ts'
import { Avatar } from '../ui/Avatar.tsx'

const most = 5
const mostNarrow = 2

interface PresenceListProps {
  people: readonly Person[]
  /** false while the connection is away: the others may have gone */
  isLive: boolean
  onMe: () => void
  /** goes to the caret of somebody else */
  onPerson: (person: Person) => void
  onMore: () => void
}

/**
 * Who is in the note now, in the order in which they came. One's own circle opens one's name and color, that of somebody
 * else goes to where they are.
 */
export function PresenceList({ people, isLive, onMe, onPerson, onMore }: PresenceListProps) {
  const more = people.length - most
  const moreNarrow = people.length - mostNarrow
  return (
    <ul className="avatars presence" aria-label="In this note now">
      {people.slice(0, most).map((person) => {
        const avatar = (
          <Avatar name={person.name} initials={initialsOf(person.name)} color={person.color} isHere={isLive} />
        )
        return (
          <li key={`${person.color} ${person.name}`}>
            <button
              type="button"
              className="avatar-button"
              aria-label={`${initialsOf(person.name)}, ${person.name}${person.isMe ? ', you: change name or color' : ': go to their caret'}`}
              onClick={() => (person.isMe ? onMe() : onPerson(person))}
            >
              {avatar}
            </button>
          </li>
        )
      })}
      {moreNarrow > 0 && (
        <li className={more > 0 ? 'more' : 'more only-narrow'} data-narrow={`+${moreNarrow}`}>
          <button type="button" aria-label="Everybody who is here" onClick={onMore}>
            {more > 0 ? `+${more}` : ''}
          </button>
        </li>
      )}
    </ul>
  )
}
