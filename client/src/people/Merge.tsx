import type { Person } from '@minutebook/shared/api'
import { initialsOf } from '@minutebook/shared/meeting'
import { useState } from 'react'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { preferredColor } from '../ui/person-color.ts'
import { findPeople } from './find.ts'

interface MergeProps {
  person: Person
  people: readonly Person[]
  onMerge: (other: Person) => Promise<void>
}

const mostShown = 6

/** Finds somebody who is the same person, and merges both. */
export function Merge({ person, people, onMerge }: MergeProps) {
  const [query, setQuery] = useState('')
  const others = people.filter(({ id }) => id !== person.id)
  const found = query.trim() === '' ? alike(person, others) : findPeople(others, query, '')
  return (
    <section className="group">
      <header>
        <h2>The same person as</h2>
      </header>
      <label className="field">
        <Icon name="search" />
        <span className="sr">Find the same person</span>
        <input
          type="search"
          value={query}
          placeholder="Name, initials or handle"
          onChange={(event) => setQuery(event.target.value)}
        />
      </label>
      {query.trim() !== '' && found.length === 0 && <p className="muted">Nobody for “{query}”.</p>}
      {found.slice(0, mostShown).map((other) => (
        <div key={other.id} className="item">
          <Avatar name={other.name} initials={initialsOf(other.name)} color={preferredColor(other.name)} />
          <div>
            <b>{other.name}</b>
            <small>{other.teams.join(', ')}</small>
          </div>
          <button
            type="button"
            className="btn small push"
            aria-label={`Merge with ${other.name}${other.teams.length > 0 ? ` of ${other.teams.join(', ')}` : ''}`}
            onClick={() => void onMerge(other)}
          >
            Merge
          </button>
        </div>
      ))}
    </section>
  )
}

/** Those who have the same initials or a name that begins alike: who is looked for most often. */
function alike(person: Person, others: readonly Person[]): Person[] {
  const first = person.name.slice(0, 3).toLowerCase()
  return others.filter(
    ({ initials, name }) =>
      initials.some((each) => person.initials.includes(each)) || name.toLowerCase().startsWith(first),
  )
}
