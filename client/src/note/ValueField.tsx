import { useState, type ReactNode } from 'react'

interface ValueFieldProps {
  /** what the row is called, such as "Where" */
  name: string
  value: string
  placeholder: string
  canEdit: boolean
  onChange: (value: string) => void
  /** the value as it is shown while nobody edits it */
  children: ReactNode
  /** stands beside the field while it is edited */
  tool?: ReactNode
}

/** A value that looks like text and is edited in place: Enter or leaving saves, Escape reverts. */
export function ValueField({ name, value, placeholder, canEdit, onChange, children, tool }: ValueFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  if (draft === null) {
    return (
      <dd className="value">
        {canEdit && (
          <button
            type="button"
            className="edit-area"
            aria-label={`Edit ${name.toLowerCase()}`}
            onClick={() => setDraft(value)}
          />
        )}
        {value === '' ? <span className="placeholder">{placeholder}</span> : <span dir="auto">{children}</span>}
      </dd>
    )
  }
  const save = () => {
    setDraft(null)
    if (draft.trim() !== value) onChange(draft.trim())
  }
  return (
    <dd className="value editing">
      <input
        // the row was pressed to be written in
        ref={(input) => input?.focus()}
        value={draft}
        dir="auto"
        placeholder={placeholder}
        aria-label={name}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') save()
          else if (event.key === 'Escape') setDraft(null)
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {tool}
    </dd>
  )
}
