import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { useSearchParams } from 'wouter'
import { Empty } from '../ui/Empty.tsx'
import { Icon } from '../ui/Icon.tsx'
import { followChanges } from '../navigation/follow-changes.ts'
import { Frame } from '../navigation/Frame.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useTitle } from '../ui/use-title.ts'
import { findPeople } from './find.ts'
import { PeopleList } from './PeopleList.tsx'
import { PersonDetail } from './PersonDetail.tsx'
import { peopleShortcuts } from './shortcuts.ts'
import { usePeople } from './use-people.ts'
import './people.css'

/** The people of all notes: a list, and one of them with all that is known. */
export function PeoplePage() {
  const [search, setSearch] = useSearchParams()
  const team = search.get('team') ?? ''
  const query = search.get('query') ?? ''
  const opened = search.get('person')
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const queries = useQueryClient()
  useEffect(() => followChanges(queries), [queries])
  const { rows: people, isCutOff, refusal, tryAgain } = usePeople()
  const person = people?.find(({ id, entries }) => id === opened || entries.some(({ ref }) => ref === opened))
  useTitle(person?.name ?? 'People')

  const set = useCallback(
    (key: string, value: string | null, replace: boolean) => {
      setSearch(
        (before) => {
          const params = new URLSearchParams(before)
          if (value === null || value === '') params.delete(key)
          else params.set(key, value)
          return params
        },
        { replace },
      )
    },
    [setSearch],
  )
  const keys = {
    '/': () => field.current?.focus(),
    j: () => move(list.current, 1),
    k: () => move(list.current, -1),
  }
  const teams = [...new Set((people ?? []).flatMap((each) => each.teams))].toSorted((a, b) => a.localeCompare(b, 'en'))
  const found = findPeople(people ?? [], query, team)
  const isAwaited = people === null && refusal === null && !isCutOff

  return (
    <Frame
      page="people"
      id="people"
      what="the people"
      teams={teams}
      team={team}
      shortcuts={peopleShortcuts}
      keys={keys}
      onEscape={() => opened !== null && set('person', null, false)}
      banner={
        isCutOff && (
          <output className="banner warn">
            <Icon name="cloud-off" />
            <span>
              {navigator.onLine ? "The server doesn't answer." : "You're offline."}{' '}
              {people ? 'These are the people as this page saw them last; nothing can be changed now.' : ''}
            </span>
            <button type="button" className="btn quiet small" onClick={tryAgain}>
              Try now
            </button>
          </output>
        )
      }
    >
      <div className="page people" ref={list} aria-busy={isAwaited}>
        {person && people ? (
          <PersonDetail
            key={person.id}
            person={person}
            people={people}
            backTo={hrefOf(search)}
            onMoved={(id) => set('person', id, true)}
          />
        ) : (
          <>
            <header>
              <h1>{team === '' ? 'People' : `People of ${team}`}</h1>
              <label className="field search">
                <Icon name="search" />
                <span className="sr">Search people</span>
                <input
                  ref={field}
                  type="search"
                  value={query}
                  placeholder="Search names, initials, handles"
                  onChange={(event) => set('query', event.target.value, true)}
                />
                {query === '' && <kbd aria-hidden="true">/</kbd>}
              </label>
            </header>
            {refusal !== null && <Empty icon="alert" title="The people cannot be shown" text={refusal} />}
            {isAwaited && <Skeleton label="Loading the people" widths={[48, 60, 52, 40]} className="" />}
            {people?.length === 0 && (
              <Empty
                icon="users"
                title="Nobody yet"
                text="The people of every note are gathered here. Add some to the front matter of a note."
              />
            )}
            {people !== null && people.length > 0 && found.length === 0 && (
              <Empty icon="search" title={`Nobody for “${query}”`} text="Search looks in names, initials and handles.">
                <button type="button" className="btn" onClick={() => set('query', null, true)}>
                  Clear search
                </button>
              </Empty>
            )}
            {found.length > 0 && <PeopleList people={found} search={search} />}
          </>
        )}
      </div>
    </Frame>
  )
}

/** The list as it was before somebody was opened. */
function hrefOf(search: URLSearchParams): string {
  const params = new URLSearchParams(search)
  params.delete('person')
  const rest = params.toString()
  return rest === '' ? '/people' : `/people?${rest}`
}

function move(list: HTMLElement | null, by: number): void {
  const links = [...(list?.querySelectorAll<HTMLElement>('.people-row a') ?? [])]
  const at = links.findIndex((link) => link === document.activeElement)
  links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
}
