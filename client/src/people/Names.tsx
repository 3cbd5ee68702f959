import type { Person } from '@minutebook/shared/api'
import { counted } from '../ui/words.ts'
import { namesOf, type ListedName } from './find.ts'

interface NamesProps {
  person: Person
  onSplit: (listed: ListedName) => Promise<void>
}

/** The names under which notes list somebody. One that is somebody else is split off. */
export function Names({ person, onSplit }: NamesProps) {
  const names = namesOf(person)
  return (
    <section className="group">
      <header>
        <h2>Listed as</h2>
      </header>
      {names.map((listed) => (
        <div key={listed.refs[0]} className="item">
          <div>
            <b>{listed.name}</b>
            <small>
              {[listed.teams.join(', '), counted(listed.meetings, 'meeting')].filter((part) => part !== '').join(' · ')}
            </small>
          </div>
          {names.length > 1 && (
            <button
              type="button"
              className="btn quiet small push"
              aria-label={`Split off ${listed.name}`}
              onClick={() => void onSplit(listed)}
            >
              Split off
            </button>
          )}
        </div>
      ))}
    </section>
  )
}
