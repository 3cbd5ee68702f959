import { initialsOf } from '@minutebook/shared/meeting'
import { Link } from 'wouter'
import type { Identity } from '../person/identity.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon, Mark } from '../ui/Icon.tsx'
import { PageButtons } from '../ui/PageButtons.tsx'

/** Where one can be. */
export type MainPage = 'notes' | 'todos' | 'decisions' | 'people'

interface SidebarProps {
  page: MainPage
  /** how many TODOs are open over all notes; null while that is not known */
  openTodos: number | null
  teams: readonly string[]
  /** the team that the list is narrowed to, '' for all */
  team: string
  identity: Identity | null
  isOpen: boolean
  onPerson: () => void
  onPreferences: () => void
  onShortcuts: () => void
}

/** The start column: where one can go, and who one is. */
export function Sidebar(props: SidebarProps) {
  const { page, openTodos, teams, team, identity, isOpen, onPerson, onPreferences, onShortcuts } = props
  return (
    <nav className="start" id="main-navigation" aria-label="Main" data-open={isOpen ? '' : undefined}>
      <Link className="brand" href="/">
        <Mark />
        Minutebook
      </Link>
      <ul className="nav">
        <li>
          <Link className="head" href="/" aria-current={page === 'notes' && team === '' ? 'page' : undefined}>
            <Icon name="notes" />
            Notes
          </Link>
        </li>
        <li>
          <Link className="head" href="/todos" aria-current={page === 'todos' ? 'page' : undefined}>
            <Icon name="check-square" />
            TODOs
            {openTodos !== null && openTodos > 0 && (
              <span className="count push">
                {openTodos}
                <span className="sr"> open</span>
              </span>
            )}
          </Link>
        </li>
        <li>
          <Link className="head" href="/decisions" aria-current={page === 'decisions' ? 'page' : undefined}>
            <Icon name="diamond" />
            Decisions
          </Link>
        </li>
        <li>
          <Link className="head" href="/people" aria-current={page === 'people' && team === '' ? 'page' : undefined}>
            <Icon name="users" />
            People
          </Link>
        </li>
      </ul>
      {teams.length > 0 && (
        <div className="nav">
          <h2 className="label">Teams</h2>
          {teams.map((each) => (
            <Link
              key={each}
              href={`${page === 'people' ? '/people' : '/'}?team=${encodeURIComponent(each)}`}
              aria-current={each === team ? 'page' : undefined}
            >
              <Icon name="hash" />
              {each}
            </Link>
          ))}
        </div>
      )}
      <footer>
        <button type="button" className="me" onClick={onPerson} title="Your name and color">
          {identity ? (
            <>
              <Avatar name={identity.name} initials={initialsOf(identity.name)} color={identity.color} />
              {identity.name}
            </>
          ) : (
            <>
              <Icon name="user" />
              Your name
            </>
          )}
        </button>
        <PageButtons className="push" onPreferences={onPreferences} onShortcuts={onShortcuts} />
      </footer>
    </nav>
  )
}
