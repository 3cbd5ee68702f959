import type { Person } from '@minutebook/shared/api'
import { initialsOf } from '@minutebook/shared/meeting'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useCorrection } from '../person/use-correction.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { formatDay } from '../ui/dates.ts'
import { Icon } from '../ui/Icon.tsx'
import { preferredColor } from '../ui/person-color.ts'
import { counted } from '../ui/words.ts'
import { Merge } from './Merge.tsx'
import { NameField } from './NameField.tsx'
import { Names } from './Names.tsx'
import { OpenTodos } from './OpenTodos.tsx'
import { useAskAnew } from './use-people.ts'
import { Words } from './Words.tsx'

interface PersonDetailProps {
  person: Person
  people: readonly Person[]
  backTo: string
  /** the person is another one now */
  onMoved: (id: string) => void
}

/** All that is known of somebody, and how to put it right. */
export function PersonDetail({ person, people, backTo, onMoved }: PersonDetailProps) {
  const correct = useCorrection(useAskAnew())
  const { id, name, initials, handles, teams, meetings, lastSeen, openTodos } = person
  const back = useRef<HTMLAnchorElement>(null)
  useEffect(() => back.current?.focus(), [])
  const seen = lastSeen === null ? '' : ` · last seen ${formatDay(lastSeen.slice(0, 10), 'full')}`
  return (
    <>
      <Link className="back" href={backTo} ref={back}>
        <Icon name="arrow-left" />
        All people
      </Link>
      <header>
        <Avatar name={name} initials={initials[0] ?? initialsOf(name)} color={preferredColor(name)} size="large" />
        <NameField
          name={name}
          onRename={(next) => correct({ kind: 'rename', person: id, name: next }, `${name} is called ${next}`)}
        />
      </header>
      <p className="muted">
        {counted(meetings, 'meeting')}
        {seen} · {counted(openTodos, 'open TODO')}
      </p>
      <dl className="person-facts">
        <div>
          <dt>Initials</dt>
          <Words
            what="initials"
            words={initials}
            pattern="[A-Za-zÀ-ɏ]{2,5}"
            hint="Two to five letters"
            onAdd={(word) =>
              correct({ kind: 'initials', person: id, initials: word, has: true }, `${word.toUpperCase()} is ${name}`)
            }
            onRemove={(word) =>
              correct({ kind: 'initials', person: id, initials: word, has: false }, `${word} is not ${name} any more`)
            }
          />
        </div>
        <div>
          <dt>Handles</dt>
          <Words
            what="handle"
            words={handles}
            pattern="@?[A-Za-z0-9_\\-]{1,39}"
            hint="Letters, digits, - and _"
            onAdd={(word) =>
              correct({ kind: 'handle', person: id, handle: word, has: true }, `@${word.replace('@', '')} is ${name}`)
            }
            onRemove={(word) =>
              correct({ kind: 'handle', person: id, handle: word, has: false }, `@${word} is not ${name} any more`)
            }
          />
        </div>
        <div>
          <dt>Teams</dt>
          <dd>{teams.length > 0 ? teams.join(', ') : 'None'}</dd>
        </div>
      </dl>
      <OpenTodos id={id} />
      <Names
        person={person}
        onSplit={async (listed) => {
          const done = await correct({ kind: 'split', entries: listed.refs }, `${listed.name} is somebody else`)
          const left = person.entries.find(({ ref }) => !listed.refs.includes(ref))
          if (done && left) onMoved(left.ref)
        }}
      />
      <Merge
        person={person}
        people={people}
        onMerge={async (other) => {
          const done = await correct({ kind: 'merge', person: id, with: other.id }, `${name} and ${other.name} are one`)
          if (done?.person) onMoved(done.person.id)
        }}
      />
    </>
  )
}
