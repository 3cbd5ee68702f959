import { Link } from 'wouter'
import type { Person } from '../person/presence.ts'
import type { Session } from '../session/session.ts'
import { Icon } from '../ui/Icon.tsx'
import { keyNames } from '../ui/keys.ts'
import { Menu } from '../ui/Menu.tsx'
import type { MenuEntry } from '../ui/MenuLines.tsx'
import { PresenceList } from './PresenceList.tsx'
import { SyncLine } from './SyncLine.tsx'
import type { TakeAway } from './use-take-away.ts'

interface TopBarProps {
  session: Session
  title: string
  /** the connection is there */
  isLive: boolean
  people: readonly Person[]
  takeAway: TakeAway
  isOutlineShown: boolean
  isPanelShown: boolean
  isInert: boolean
  onOutline: () => void
  onPanel: () => void
  onMe: () => void
  onPerson: (person: Person) => void
  onPeople: () => void
  onSource: () => void
  onNext: () => void
  onPreferences: () => void
  onShortcuts: () => void
  onSearch: () => void
  onVersions: () => void
  /** null while there is no text */
  onFind: (() => void) | null
  /** null where the meeting cannot be finished now */
  onFinish: (() => void) | null
}

/** The bar of a note: where one is, whether it is saved, who is here, and how to take it along. */
export function TopBar(props: TopBarProps) {
  const { session, title, isLive, people, takeAway, isOutlineShown, isPanelShown, isInert } = props
  const { onOutline, onPanel, onMe, onPerson, onPeople, onSource, onPreferences, onShortcuts } = props
  const { onFind, onFinish, onNext, onSearch, onVersions } = props
  const files: MenuEntry[] = [
    {
      icon: 'download',
      label: 'Download .md',
      detail: 'With front matter',
      keys: keyNames('Mod+S'),
      onSelect: takeAway.download,
    },
    { icon: 'copy', label: 'Copy Markdown', onSelect: takeAway.copy },
    { icon: 'code', label: 'Markdown source', detail: 'Beside the note, as it is written', onSelect: onSource },
    { icon: 'printer', label: 'Print or save as PDF', keys: keyNames('Mod+P'), onSelect: takeAway.print },
    { icon: 'check-square', label: 'Versions', detail: 'Kept when a meeting was finished', onSelect: onVersions },
  ]
  const end: MenuEntry[] = [
    ...(onFinish
      ? [
          {
            icon: 'check' as const,
            label: 'Finish the meeting',
            detail: 'A look at what is open first',
            onSelect: onFinish,
          },
        ]
      : []),
    { icon: 'repeat', label: 'Next meeting', detail: 'With the open TODOs', onSelect: onNext },
  ]
  const others: MenuEntry[] = [
    ...(onFind
      ? [{ icon: 'search' as const, label: 'Find and replace', keys: keyNames('Mod+F'), onSelect: onFind }]
      : []),
    { icon: 'notes', label: 'Search all notes', keys: keyNames('Mod+Shift+F'), onSelect: onSearch },
    { icon: 'user-plus', label: 'Share', detail: 'Copies the link', onSelect: takeAway.share },
    { icon: 'user', label: 'Your name and color', onSelect: onMe },
    { icon: 'sliders', label: 'Preferences', keys: keyNames('Mod+,'), onSelect: onPreferences },
    { icon: 'keyboard', label: 'Keyboard shortcuts', onSelect: onShortcuts },
  ]
  return (
    <header className="bar" inert={isInert}>
      <button
        type="button"
        className="btn quiet square toggle"
        aria-label="Outline"
        aria-expanded={isOutlineShown}
        aria-controls="outline"
        title={`Outline (${keyNames('Mod+\\')})`}
        onClick={onOutline}
      >
        <Icon name="panel-left" />
      </button>
      <nav className="crumbs" aria-label="Breadcrumb">
        <Link className="btn quiet square" href="/" aria-label="Back to notes">
          <Icon name="arrow-left" />
        </Link>
        <Link href="/">Notes</Link>
        <span aria-hidden="true">/</span>
        <span aria-current="page">{title}</span>
      </nav>
      <SyncLine session={session} />
      <div className="actions">
        <PresenceList people={people} isLive={isLive} onMe={onMe} onPerson={onPerson} onMore={onPeople} />
        <button type="button" className="btn" onClick={takeAway.share}>
          <Icon name="user-plus" />
          Share
        </button>
        <div className="split">
          <button type="button" className="btn primary" onClick={takeAway.download}>
            <Icon name="download" />
            Download Markdown
          </button>
          <Menu
            groups={[files, end]}
            trigger={
              <button type="button" className="btn primary unfold" aria-label="More ways to take the note with you">
                <Icon name="chevron-down" />
              </button>
            }
          />
        </div>
        <button
          type="button"
          className="btn quiet square"
          aria-label="Meeting panel"
          aria-expanded={isPanelShown}
          aria-controls="panel"
          title={`Meeting panel (${keyNames('Mod+Shift+\\')})`}
          onClick={onPanel}
        >
          <Icon name="panel-right" />
        </button>
        <Menu
          groups={[files, end, others]}
          trigger={
            <button type="button" className="btn quiet square narrow" aria-label="More">
              <Icon name="more" />
            </button>
          }
        />
      </div>
    </header>
  )
}
