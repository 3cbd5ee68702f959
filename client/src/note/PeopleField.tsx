import { initialsOf } from '@minutebook/shared/meeting'
import { useState } from 'react'
import { Avatar } from '../ui/Avatar.tsx'
import { phoneQuery, useMedia } from '../ui/use-media.ts'
import { ChipsField } from './ChipsField.tsx'
import type { PeopleHere } from './people.ts'
import type { FrontMatterForm } from './use-front-matter.ts'

const mostOnPhone = 6

interface PeopleFieldProps {
  form: FrontMatterForm
  canEdit: boolean
  people: PeopleHere
}

/** The participants. On a phone their initials, until the row is opened. */
export function PeopleField({ form, canEdit, people }: PeopleFieldProps) {
  const isPhone = useMedia(phoneQuery)
  const [isOpen, setOpen] = useState(false)
  const names = form.values.participants

  if (isPhone && !isOpen && names.length > mostOnPhone) {
    return (
      <dd className="value">
        <button type="button" className="edit-area" aria-label="Show all people" onClick={() => setOpen(true)} />
        <span className="avatars">
          {names.slice(0, mostOnPhone).map((name) => (
            <Avatar
              key={name}
              name={name}
              initials={initialsOf(name)}
              color={people.colorOf(name)}
              isHere={people.isHere(name)}
            />
          ))}
          <span className="more">and {names.length - mostOnPhone} more</span>
        </span>
      </dd>
    )
  }
  return (
    <ChipsField
      entry="person"
      className="chip person"
      values={names}
      suggestions={people.here.map((person) => person.name).filter((name) => !names.includes(name))}
      canEdit={canEdit}
      render={(name) => (
        <>
          <Avatar
            name={name}
            initials={initialsOf(name)}
            color={people.colorOf(name)}
            isHere={people.isHere(name)}
            size="small"
          />
          {name}
        </>
      )}
      onAdd={(name) => form.edit((yaml, { addEntry }) => addEntry(yaml, 'participants', name))}
      onRemove={(name) => form.edit((yaml, { removeEntry }) => removeEntry(yaml, 'participants', name))}
    />
  )
}
