import { initialsOf } from '@minutebook/shared/meeting'
import { Avatar } from '../ui/Avatar.tsx'
import type { Person } from '../person/presence.ts'
import { Icon } from '../ui/Icon.tsx'
import type { PeopleHere } from './people.ts'

interface PeopleProps {
  participants: readonly string[]
  people: PeopleHere
  /** the words of the heading under which somebody is, null where nobody knows */
  headingOf: (person: Person) => string | null
  followed: Person | null
  onGoTo: (person: Person) => void
  onFollow: (person: Person) => void
  onStop: () => void
}

/** Who has the note open, and who of its participants has not. */
export function People(props: PeopleProps) {
  const { participants, people } = props
  const absent = participants.filter((name) => !people.isHere(name))
  return (
    <>
      <section className="group">
        <header>
          Here now <span className="count push">{people.here.length}</span>
        </header>
        {people.here.map((person) => (
          <div key={`${person.color} ${person.name}`} className="item">
            <Avatar name={person.name} initials={initialsOf(person.name)} color={person.color} isHere size="large" />
            <div>
              <b>{person.name}</b> {person.isMe && <span className="muted">you</span>}
              <small>{whereOf(person, props.headingOf(person))}</small>
            </div>
            {!person.isMe && <PersonButtons {...props} person={person} />}
          </div>
        ))}
      </section>
      {absent.length > 0 && (
        <section className="group">
          <header>
            Not here <span className="count push">{absent.length}</span>
          </header>
          {absent.map((name) => (
            <div key={name} className="item">
              <Avatar name={name} initials={initialsOf(name)} color={people.colorOf(name)} size="large" />
              <div>
                <b>{name}</b>
              </div>
            </div>
          ))}
        </section>
      )}
    </>
  )
}

function PersonButtons({ person, followed, onGoTo, onFollow, onStop }: PeopleProps & { person: Person }) {
  const isFollowed = followed?.name === person.name && followed.color === person.color
  return (
    <span className="push">
      <button
        type="button"
        className="btn quiet small square"
        aria-label={`Go to ${person.name}`}
        title="Go to their caret"
        onClick={() => onGoTo(person)}
      >
        <Icon name="pin" />
      </button>
      <button
        type="button"
        className="btn quiet small"
        aria-label={`Follow ${person.name}`}
        aria-pressed={isFollowed}
        onClick={() => (isFollowed ? onStop() : onFollow(person))}
      >
        <Icon name="follow" />
        Follow
      </button>
    </span>
  )
}

function whereOf({ clients }: Person, heading: string | null): string {
  const windows = clients.length > 1 ? `In ${clients.length} windows` : ''
  return [heading ?? '', windows].filter((part) => part !== '').join(' · ')
}
