import type { AgendaPoint, OutlineEntry } from '@minutebook/shared/meeting'
import type { Path } from '@minutebook/shared/schema'
import type { MouseEvent } from 'react'
import type { EditorHandle } from '../editor/index.ts'
import type { Person } from '../person/presence.ts'
import { Icon } from '../ui/Icon.tsx'
import { latePart } from '../ui/late-component.tsx'
import { PageButtons } from '../ui/PageButtons.tsx'
import type { IconName } from '../ui/icon-shapes.tsx'
import { agendaOutline } from './agenda/agenda-outline.ts'
import { PeopleThere } from './follow/PeopleThere.tsx'
import { outlineTree } from './outline-tree.ts'

const AgendaClock = latePart(async () => (await import('./agenda/AgendaClock.tsx')).AgendaClock)
const NextItem = latePart(async () => (await import('./agenda/NextItem.tsx')).NextItem)

interface OutlineProps {
  /** of the meeting, as in the header */
  datetime: string | null
  outline: readonly OutlineEntry[]
  /** index of the heading under which the reader is, -1 before the first */
  current: number
  agenda: readonly AgendaPoint[]
  /** who is under which heading, by its index */
  people: ReadonlyMap<number, readonly Person[]>
  isHidden: boolean
  isOpen: boolean
  /** @param index of the heading in the outline */
  onShow: (path: Path, index: number) => void
  handle: EditorHandle | null
  canEdit: boolean
  /** called when something in the text is to be looked at */
  onLook: () => void
  onPreferences: () => void
  onShortcuts: () => void
}

const icons: Record<AgendaPoint['state'], { name: IconName; words: string }> = {
  discussed: { name: 'check', words: 'discussed: ' },
  now: { name: 'target', words: 'now: ' },
  open: { name: 'circle', words: '' },
}

/** The start column: the headings of the note, who is where, and where the meeting is. */
export function Outline(props: OutlineProps) {
  const { outline, current, agenda, people, isHidden, isOpen, handle, onShow, onPreferences, onShortcuts } = props
  const { states, counts } = agendaOutline(agenda, outline)
  const link = (entry: OutlineEntry, className?: string) => {
    const index = outline.indexOf(entry)
    const state = states.get(index)
    const count = counts.get(index)
    return (
      <a
        className={className}
        href={`#${anchorOf(entry.path)}`}
        aria-current={state === 'now' ? 'step' : current === index ? 'location' : undefined}
        onClick={(event: MouseEvent) => {
          event.preventDefault()
          onShow(entry.path, index)
        }}
      >
        {state && <Icon name={icons[state].name} />}
        <span dir="auto">
          {state && icons[state].words !== '' && <span className="sr">{icons[state].words}</span>}
          {entry.text}
        </span>
        {count !== undefined && <span className="count push">{count}</span>}
        <PeopleThere people={people.get(index) ?? []} />
      </a>
    )
  }
  return (
    <nav className="start" id="outline" aria-label="Outline" hidden={isHidden} data-open={isOpen ? '' : undefined}>
      {handle && agenda.length > 0 && <AgendaClock handle={handle} points={agenda} datetime={props.datetime} />}
      {outline.length === 0 ? (
        <p className="muted outline-empty">Headings of the note appear here.</p>
      ) : (
        <ol className="nav">
          {outlineTree(outline).map(({ head, children }) => (
            <li key={anchorOf(head.path)}>
              {link(head, 'head')}
              {children.length > 0 && (
                <ol>
                  {children.map((child) => (
                    <li key={anchorOf(child.path)} className="below">
                      {link(child)}
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ol>
      )}
      {handle && props.canEdit && agenda.length > 0 && (
        <NextItem points={agenda} outline={outline} handle={handle} onShow={props.onLook} />
      )}
      <footer>
        <PageButtons onPreferences={onPreferences} onShortcuts={onShortcuts} />
      </footer>
    </nav>
  )
}

function anchorOf(path: Path): string {
  return `heading-${path.join('-')}`
}
