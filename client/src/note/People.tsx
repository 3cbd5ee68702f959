import { initialsOf } from '@minutebook/shared/meeting'
import { Avatar } from '../ui/Avatar.tsx'
import type { PeopleHere } from './people.ts'

interface PeopleProps {
  participants: readonly string[]
  people: PeopleHere
}

/** Who has the note open, and who of its participants has not. */
export function People({ participants, people }: PeopleProps) {
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
              {person.clients.length > 1 && <small>In {person.clients.length} windows</small>}
            </div>
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
