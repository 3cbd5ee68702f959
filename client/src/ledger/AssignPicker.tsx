/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a popup that holds a list to be found in */
import type { NotePeopleAnswer, Todo } from '@minutebook/shared/api'
import { keyOf } from '@minutebook/shared/meeting'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { fetchNote } from '../api/notes.ts'
import { fetchNotePeople } from '../api/people.ts'
import { findPeople, groupOf, isNewName, type Offered } from '../person/candidates.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useOptionList, type ListedOption } from '../ui/OptionList.tsx'
import { place } from '../ui/place.ts'
import { isPersonColor } from '../ui/person-color.ts'
import '../ui/menu.css'

interface AssignPickerProps {
  todo: Todo
  /** the button that asks for it */
  anchor: HTMLElement
  onAssign: (todo: Todo, name: string) => void
  onClose: () => void
}

/** So many of the team are offered before anything is typed. */
const mostOfTeam = 20

/** Who is to own a TODO that nobody owns: those of its note, then those of its team, or a new name. [L101] */
export function AssignPicker({ todo, anchor, onAssign, onClose }: AssignPickerProps) {
  const id = useId()
  const popup = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const { offered, trouble } = useOffered(todo.noteId)
  const options = useMemo(() => (offered ? optionsFor(query, offered) : []), [query, offered])
  const close = () => popup.current?.hidePopover()
  const { content, onKeyDown } = useOptionList({
    id,
    label: 'People',
    field: 'Owner',
    query,
    onQuery: setQuery,
    options,
    chosen: [],
    emptyWords: trouble ?? (offered ? 'Nobody is named in this note yet. Type a name.' : 'Loading the people'),
    onChoose: ({ name }) => {
      onAssign(todo, name)
      close()
    },
    onClose: close,
  })
  useEffect(() => {
    const element = popup.current
    if (!element) return
    element.showPopover()
    void place(anchor, element, 'bottom-end', 6)
    element.querySelector('input')?.focus()
  }, [anchor])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of what has the focus in it
    <div
      ref={popup}
      id={id}
      className="menu over filter-menu"
      role="group"
      aria-label="Who owns it?"
      popover="auto"
      onToggle={(event) => {
        if (event.newState === 'open') return
        anchor.focus()
        onClose()
      }}
      onKeyDown={onKeyDown}
    >
      <p className="sheet-title" aria-hidden="true">
        Who owns it?
      </p>
      {content}
    </div>
  )
}

interface NameOption extends ListedOption {
  name: string
}

function optionsFor(query: string, offered: Offered): NameOption[] {
  const people = findPeople(query, offered, mostOfTeam).map((person): NameOption => ({
    value: `name ${person.name}`,
    words: person.name,
    detail: groupOf(person),
    picture: (
      <Avatar name={person.name} initials={person.initials} color={person.color} isHere={person.isHere} size="small" />
    ),
    name: person.name,
  }))
  if (!isNewName(query, offered)) return people
  const name = query.trim()
  const words = `Add “${name}” as a new person`
  return [...people, { value: 'new', words, picture: <Icon name="user-plus" />, name }]
}

/** Those whom a note and its team offer; null until they are here. */
function useOffered(noteId: string): { offered: Offered | null; trouble: string | null } {
  const [offered, setOffered] = useState<Offered | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  useEffect(() => {
    const stopping = new AbortController()
    const load = async () => {
      const { signal } = stopping
      const [note, team] = await Promise.all([fetchNote(noteId, signal), fetchNotePeople(noteId, signal)])
      if (signal.aborted) return
      if (note.ok) setOffered(offeredBy(note.value, team.ok ? team.value : null))
      else if (note.refusal.code === 'unreachable') setTrouble("The server doesn't answer. Try again when it does.")
      else setTrouble(note.refusal.message)
    }
    void load()
    return () => stopping.abort()
  }, [noteId])
  return { offered, trouble }
}

function offeredBy(
  { participants, present }: { participants: readonly string[]; present: readonly { name: string; color: string }[] },
  team: NotePeopleAnswer | null,
): Offered {
  const listed = new Set(participants.map(keyOf))
  return {
    participants,
    present: new Map(present.flatMap(({ name, color }) => (isPersonColor(color) ? [[name, color] as const] : []))),
    team: team && { others: team.people.filter(({ keys }) => !keys.some((key) => listed.has(key))) },
  }
}
