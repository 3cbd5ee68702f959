import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from '../ui/Icon.tsx'

interface ChipsFieldProps {
  /** what one entry is called, such as "person" */
  entry: string
  values: readonly string[]
  /** offered while one is added */
  suggestions?: readonly string[]
  canEdit: boolean
  className?: string
  /** what a chip shows */
  render: (value: string) => ReactNode
  onAdd: (value: string) => void
  onRemove: (value: string) => void
}

/** A list of short words as chips. Enter or a comma adds, Backspace in the empty field takes the last one away. */
export function ChipsField(props: ChipsFieldProps) {
  const { entry, values, suggestions = [], canEdit, className = 'chip', render, onAdd, onRemove } = props
  const [draft, setDraft] = useState<string | null>(null)
  const listId = useId()

  const add = (text: string) => {
    for (const word of text.split(',')) {
      const clean = word.trim()
      if (clean !== '' && !values.includes(clean)) onAdd(clean)
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || draft === null) return
    const last = values.at(-1)
    if (event.key === 'Enter' || event.key === ',') {
      add(draft)
      setDraft(draft.trim() === '' && event.key === 'Enter' ? null : '')
    } else if (event.key === 'Escape') setDraft(null)
    else if (event.key === 'Backspace' && draft === '' && last !== undefined) onRemove(last)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <dd className={values.length === 0 ? 'chips' : 'chips filled'}>
      {values.map((value) => (
        <span key={value} className={className}>
          {render(value)}
          {canEdit && (
            <button
              type="button"
              className="remove"
              aria-label={`Remove ${value}`}
              onClick={(event) => {
                event.currentTarget.closest('dd')?.querySelector<HTMLElement>('.add, input')?.focus()
                onRemove(value)
              }}
            >
              <Icon name="x" />
            </button>
          )}
        </span>
      ))}
      {canEdit && draft === null && (
        <button type="button" className="chip add" aria-label={`Add ${entry}`} onClick={() => setDraft('')}>
          <Icon name="plus" />
          Add
        </button>
      )}
      {draft !== null && (
        <>
          <input
            ref={(input) => input?.focus()}
            className="chip-input"
            value={draft}
            list={suggestions.length > 0 ? listId : undefined}
            aria-label={`New ${entry}`}
            autoComplete="off"
            onChange={(event) => setDraft(event.target.value)}
            onBlur={() => {
              add(draft)
              setDraft(null)
            }}
            onKeyDown={onKeyDown}
          />
          {suggestions.length > 0 && (
            <datalist id={listId}>
              {suggestions.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </datalist>
          )}
        </>
      )}
    </dd>
  )
}
