/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a native list cannot follow what is typed elsewhere */
import type { SearchSnippet } from '@minutebook/shared/api'
import { Link } from 'wouter'
import { dayOfNote } from '../home/groups.ts'
import { formatDay } from '../ui/dates.ts'
import { Icon } from '../ui/Icon.tsx'
import { Marked } from './Marked.tsx'
import type { HitLines, Option } from './options.ts'
import './search.css'

interface HitsProps {
  id: string
  lines: readonly HitLines[]
  active: string | null
  /** whether a note can be opened now */
  isKept: (id: string) => boolean
  onOpen: () => void
}

const icons = { title: 'notes', person: 'user', todo: 'check-square', decision: 'diamond', text: 'text' } as const
const words = { title: 'Title', person: 'Person', todo: 'TODO', decision: 'Decision', text: '' } as const

/** The notes that a search found, each with the places that say it. The focus stays in the field. */
export function Hits({ id, lines, active, isKept, onOpen }: HitsProps) {
  return (
    <div className="hits" role="listbox" id={id} aria-label="Notes that were found">
      {lines.map(({ note, title, places }) => (
        <div key={note.id} role="group" aria-label={note.title} className={isKept(note.id) ? 'hit' : 'hit away'}>
          <Line option={title} active={active} className="hit-title" onOpen={onOpen}>
            <span dir="auto">
              <Marked text={note.title} marks={title.marks} />
            </span>
            <small>
              {isKept(note.id) ? note.teams.join(', ') : 'Not on this device'}
              <time dateTime={dayOfNote(note)}>{formatDay(dayOfNote(note), 'dated')}</time>
            </small>
          </Line>
          {places.map(({ snippet, ...option }) => (
            <Line key={option.id} option={option} active={active} className="hit-place" onOpen={onOpen}>
              <Place snippet={snippet} />
            </Line>
          ))}
        </div>
      ))}
    </div>
  )
}

function Place({ snippet: { kind, text, marks, heading } }: { snippet: SearchSnippet }) {
  return (
    <>
      <span className={kind === 'decision' ? 'hit-kind decided' : 'hit-kind'}>
        <Icon name={icons[kind]} />
        {words[kind] !== '' && <span className="sr">{words[kind]}: </span>}
      </span>
      <span className="hit-text" dir="auto">
        <Marked text={text} marks={marks} />
      </span>
      {heading !== null && heading !== text && <small>{heading}</small>}
    </>
  )
}

interface LineProps {
  option: Option
  active: string | null
  className: string
  onOpen: () => void
  children: React.ReactNode
}

function Line({ option: { id, href }, active, className, onOpen, children }: LineProps) {
  return (
    <Link
      role="option"
      id={id}
      href={href}
      className={className}
      aria-selected={id === active}
      tabIndex={-1}
      onClick={onOpen}
      onMouseDown={(event) => event.preventDefault()} // the focus stays in the field
    >
      {children}
    </Link>
  )
}
