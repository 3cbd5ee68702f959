import type { Person } from '@minutebook/shared/api'
import { useState } from 'react'
import { Link } from 'wouter'
import { initialsOf } from '@minutebook/shared/meeting'
import { Avatar } from '../ui/Avatar.tsx'
import { formatDay } from '../ui/dates.ts'
import { preferredColor } from '../ui/person-color.ts'
import { counted } from '../ui/words.ts'

interface PeopleListProps {
  people: readonly Person[]
  /** what the list is narrowed to */
  search: URLSearchParams
}

const shownAtOnce = 200

/** The people as rows; each is a link to all that is known of them. */
export function PeopleList({ people, search }: PeopleListProps) {
  const [shown, setShown] = useState(shownAtOnce)
  return (
    <>
      <output className="count">{counted(people.length, 'person', 'people')}</output>
      <ul className="people-list">
        {people.slice(0, shown).map((person) => (
          <li key={person.id} className="people-row">
            <Avatar
              name={person.name}
              initials={person.initials[0] ?? initialsOf(person.name)}
              color={preferredColor(person.name)}
              size="large"
            />
            <div>
              <Link href={hrefOf(search, person.id)}>{person.name}</Link>
              <small>{detailsOf(person)}</small>
            </div>
            <small className="seen">{seenOf(person)}</small>
            <span className="count">{person.openTodos > 0 ? `${person.openTodos} open` : ''}</span>
          </li>
        ))}
      </ul>
      {people.length > shown && (
        <div className="more-people">
          <button type="button" className="btn" onClick={() => setShown(shown + shownAtOnce)}>
            Show more
          </button>
        </div>
      )}
    </>
  )
}

function hrefOf(search: URLSearchParams, id: string): string {
  const params = new URLSearchParams(search)
  params.set('person', id)
  return `/people?${params}`
}

const mostTeams = 3

function detailsOf({ initials, teams }: Person): string {
  const more = teams.length > mostTeams ? ` and ${teams.length - mostTeams} more` : ''
  return [initials.join(', '), teams.slice(0, mostTeams).join(', ') + more].filter((part) => part !== '').join(' · ')
}

function seenOf({ meetings, lastSeen }: Person): string {
  const last = lastSeen === null ? '' : `, last ${formatDay(lastSeen.slice(0, 10), 'short')}`
  return counted(meetings, 'meeting') + last
}
