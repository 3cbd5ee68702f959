import type { ListKey } from '@minutebook/shared/front-matter'
import { useCallback, useState, type ReactNode } from 'react'
import type { TeamPeople } from '../editor/items/context.ts'
import { Icon } from '../ui/Icon.tsx'
import type { IconName } from '../ui/icon-shapes.tsx'
import { ChipsField } from './ChipsField.tsx'
import { readInline } from './inline.ts'
import type { PeopleHere } from './people.ts'
import { PeopleField } from './PeopleField.tsx'
import { latePart } from '../ui/late-component.tsx'
import { TitleField } from './TitleField.tsx'
import type { FrontMatterForm } from './use-front-matter.ts'
import { ValueField } from './ValueField.tsx'
import { WhenField } from './WhenField.tsx'
import './front-matter.css'

const Attendance = latePart(async () => (await import('./team/Attendance.tsx')).Attendance)
const RawFrontMatter = latePart(async () => (await import('./RawFrontMatter.tsx')).RawFrontMatter)

interface FrontMatterProps {
  form: FrontMatterForm
  canEdit: boolean
  people: PeopleHere
  noteId: string
  team: TeamPeople | null
  onDone: () => void
}

/** The front matter as a form on top of the note. What cannot be read as YAML is edited as text. */
export function FrontMatter({ form, canEdit, people, noteId, team, onDone }: FrontMatterProps) {
  const { location, others, error } = form.values
  const [isRaw, setRaw] = useState(error !== null)
  const showForm = useCallback(() => setRaw(false), [])
  if (error !== null && !isRaw) setRaw(true)
  if (isRaw) return <RawFrontMatter form={form} error={error} canEdit={canEdit} onReadable={showForm} />
  return (
    <header>
      <TitleField form={form} canEdit={canEdit} onDone={onDone} />
      <dl className="props">
        <Row icon="calendar" name="When">
          <WhenField form={form} canEdit={canEdit} />
        </Row>
        <Row icon="pin" name="Where">
          <ValueField
            name="Where"
            value={location ?? ''}
            placeholder="Room, channel or link"
            canEdit={canEdit}
            onChange={(value) => form.edit((yaml, { setScalar }) => setScalar(yaml, 'location', value))}
          >
            <Inline value={location ?? ''} />
          </ValueField>
        </Row>
        <Row icon="users" name="Team">
          <ListField form={form} canEdit={canEdit} list="teams" entry="team" />
        </Row>
        <Row icon="tag" name="Tags">
          <ListField form={form} canEdit={canEdit} list="tags" entry="tag" />
        </Row>
        <Row icon="user" name="People">
          <PeopleField form={form} canEdit={canEdit} people={people} />
          {canEdit && team && (
            <Attendance
              noteId={noteId}
              datetime={form.values.datetime}
              participants={form.values.participants}
              here={people.here}
              team={team}
              onAdd={(names) =>
                names.forEach((name) => form.edit((yaml, { addEntry }) => addEntry(yaml, 'participants', name)))
              }
            />
          )}
        </Row>
        {others.map(({ key, source }) => (
          <div key={key} className="other">
            <dt>{key}</dt>
            <dd>
              <span className="source">{valueOf(key, source)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </header>
  )
}

function Row({ icon, name, children }: { icon: IconName; name: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        <Icon name={icon} />
        {name}
      </dt>
      {children}
    </div>
  )
}

interface ListFieldProps {
  form: FrontMatterForm
  canEdit: boolean
  list: ListKey
  entry: string
}

function ListField({ form, canEdit, list, entry }: ListFieldProps) {
  return (
    <ChipsField
      entry={entry}
      values={form.values[list]}
      canEdit={canEdit}
      render={(value) => value}
      onAdd={(value) => form.edit((yaml, { addEntry }) => addEntry(yaml, list, value))}
      onRemove={(value) => form.edit((yaml, { removeEntry }) => removeEntry(yaml, list, value))}
    />
  )
}

function Inline({ value }: { value: string }) {
  let at = 0
  return readInline(value).map((piece) => {
    const key = (at += piece.text.length)
    if (piece.kind === 'link') {
      return (
        <a key={key} href={piece.href} target="_blank" rel="noreferrer" data-bare={piece.isBare ? '' : undefined}>
          {piece.text}
        </a>
      )
    }
    return piece.kind === 'code' ? <code key={key}>{piece.text}</code> : piece.text
  })
}

/** The YAML of a value without its key, for reading. */
function valueOf(key: string, source: string): string {
  const text = source.trim()
  return text.startsWith(`${key}:`) ? text.slice(key.length + 1).trim() : text
}
