import type { NoteSummary } from '@minutebook/shared/api'
import { initialsOf } from '@minutebook/shared/meeting'
import { Link } from 'wouter'
import { minutesSince } from '../agenda/clock.ts'
import { Progress } from '../agenda/Progress.tsx'
import { useNow } from '../agenda/use-now.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { isPersonColor, preferredColor } from '../ui/person-color.ts'
import { listed } from '../ui/words.ts'
import { clockOf } from './agenda.ts'

const mostAvatars = 6

/** A note that people have open now: where its meeting is, and who is in it. */
export function NowCard({ note }: { note: NoteSummary }) {
  const names = [...new Set(note.present.map((person) => person.name))]
  const colors = new Map(note.present.map((person) => [person.name, person.color]))
  const more = names.length - mostAvatars
  const now = useNow()
  const { points, begun } = note.agenda ?? { points: [], begun: null }
  const clock = clockOf({ points, begun }, note.datetime, now)
  const present = points.find(({ state }) => state === 'now')
  const isUnderWay = points.some(({ state }) => state !== 'open')
  const who = `${listed(names)} ${names.length === 1 ? 'is' : 'are'} in it now`
  return (
    <article className="card now-card">
      <div>
        <span className="live">
          In progress{clock.state === 'on' && (clock.elapsed ?? 0) > 0 && `, ${clock.elapsed} min`}
        </span>
        <h2>
          <Link href={`/n/${note.id}`}>{note.title}</Link>
        </h2>
        <p className="muted">
          {present ? (
            <>
              Now discussing <span dir="auto">{present.text}</span>
              <span className="sr">. {who}</span>
            </>
          ) : (
            who
          )}
        </p>
        {isUnderWay && (
          <Progress points={points} elapsed={present ? minutesSince(present.since, now, present.spent) : null} />
        )}
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
