import type { AgendaPoint, OutlineEntry } from '@minutebook/shared/meeting'
import type { Path } from '@minutebook/shared/schema'
import { memo, useMemo, type RefObject } from 'react'
import type { Person } from '../person/presence.ts'
import { Icon } from '../ui/Icon.tsx'
import type { IconName } from '../ui/icon-shapes.tsx'
import { agendaOutline } from './agenda/agenda-outline.ts'
import { PeopleThere } from './follow/PeopleThere.tsx'
import { outlineTree } from './outline-tree.ts'
import { useCurrentHeading } from './use-current-heading.ts'

export interface OutlineHeadingsProps {
  outline: readonly OutlineEntry[]
  agenda: readonly AgendaPoint[]
  /** who is under which heading, by its index */
  people: ReadonlyMap<number, readonly Person[]>
  /** what scrolls the text */
  sheet: RefObject<HTMLElement | null>
  /** @param index of the heading in the outline */
  onShow: (path: Path, index: number) => void
}

/** The headings of a note, two levels of them, with the one under which the reader is. */
export function OutlineHeadings({ outline, agenda, people, sheet, onShow }: OutlineHeadingsProps) {
  const current = useCurrentHeading(sheet, outline.length)
  const { states, counts } = useMemo(() => agendaOutline(agenda, outline), [agenda, outline])
  const tree = useMemo(() => outlineTree(outline), [outline])
  const indexes = useMemo(() => new Map(outline.map((entry, index) => [entry, index])), [outline])
  const link = (entry: OutlineEntry, isHead: boolean) => {
    const index = indexes.get(entry) ?? -1
    return (
      <HeadingLink
        entry={entry}
        index={index}
        isHead={isHead}
        isCurrent={current === index}
        state={states.get(index)}
        count={counts.get(index)}
        people={people.get(index)}
        onShow={onShow}
      />
    )
  }
  return (
    <ol className="nav" data-meets={[...states.values()].includes('now') ? '' : undefined}>
      {tree.map(({ head, children }) => (
        <li key={anchorOf(head.path)}>
          {link(head, true)}
          {children.length > 0 && (
            <ol>
              {children.map((child) => (
                <li key={anchorOf(child.path)} className="below">
                  {link(child, false)}
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  )
}

interface HeadingLinkProps {
  entry: OutlineEntry
  index: number
  isHead: boolean
  isCurrent: boolean
  state: AgendaPoint['state'] | undefined
  count: string | undefined
  people: readonly Person[] | undefined
  onShow: OutlineHeadingsProps['onShow']
}

const icons: Record<AgendaPoint['state'], { name: IconName; words: string }> = {
  discussed: { name: 'check', words: 'discussed: ' },
  now: { name: 'target', words: 'now: ' },
  open: { name: 'circle', words: '' },
}

const HeadingLink = memo(function HeadingLink(props: HeadingLinkProps) {
  const { entry, index, isHead, isCurrent, state, count, people = [], onShow } = props
  return (
    <a
      className={isHead ? 'head' : undefined}
      href={`#${anchorOf(entry.path)}`}
      aria-current={state === 'now' ? 'step' : isCurrent ? 'location' : undefined}
      onClick={(event) => {
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
      <PeopleThere people={people} />
    </a>
  )
})

function anchorOf(path: Path): string {
  return `heading-${path.join('-')}`
}
