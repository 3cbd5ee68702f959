import type { NoteSummary } from '@minutebook/shared/api'
import { initialsOf } from '@minutebook/shared/meeting'
import { Link } from 'wouter'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { isPersonColor, preferredColor } from '../ui/person-color.ts'
import { listed } from '../ui/words.ts'

const mostAvatars = 6

/** A note that people have open now. */
export function NowCard({ note }: { note: NoteSummary }) {
  const names = [...new Set(note.present.map((person) => person.name))]
  const colors = new Map(note.present.map((person) => [person.name, person.color]))
  const more = names.length - mostAvatars
  return (
    <article className="card now-card">
      <div>
        <span className="live">In progress</span>
        <h2>
          <Link href={`/n/${note.id}`}>{note.title}</Link>
        </h2>
        <p className="muted">
          {listed(names)} {names.length === 1 ? 'is' : 'are'} in it now
        </p>
      </div>
      <div>
        <ul className="avatars" aria-label="In this note now">
          {names.slice(0, mostAvatars).map((name) => {
            const color = colors.get(name)
            return (
              <li key={name}>
                <Avatar
                  name={name}
                  initials={initialsOf(name)}
                  color={isPersonColor(color) ? color : preferredColor(name)}
                  isHere
                />
              </li>
            )
          })}
          {more > 0 && <li className="more">+{more}</li>}
        </ul>
        <Link className="btn" href={`/n/${note.id}`} aria-label={`Join ${note.title}`}>
          Join
          <Icon name="arrow-right" />
        </Link>
      </div>
    </article>
  )
}
