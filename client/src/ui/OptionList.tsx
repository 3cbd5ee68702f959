/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a native list cannot be filtered, nor hold counts */
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { lineFor } from './menu-keys.ts'
import './filter-menu.css'

export interface ListedOption {
  value: string
  words: string
  /** a second, quieter part */
  detail?: string
  /** in front of it, in place of the sign that it is chosen */
  picture?: ReactNode
  /** how many rows it leaves */
  count?: number
}

interface OptionListProps<Option extends ListedOption> {
  id: string
  /** what the list is called */
  label: string
  /** what the field is called; null: the list has none, and takes the keys itself */
  field: string | null
  query: string
  onQuery: (query: string) => void
  /** what the query leaves; none while the list is closed */
  options: readonly Option[]
  chosen: readonly string[]
  isMultiple?: boolean
  emptyWords: string
  onChoose: (option: Option) => void
  onClose: () => void
}

/** A field to find something in, and the list of what it leaves: arrows, letters, Enter, Escape. */
export function useOptionList<Option extends ListedOption>(props: OptionListProps<Option>) {
  const { id, label, field, query, onQuery, options, chosen, isMultiple = false, emptyWords, onChoose, onClose } = props
  const [at, setAt] = useState(0)
  const hasField = field !== null
  const line = Math.min(at, options.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const option = options[line]
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault()
      onClose()
    } else if (event.key === 'Enter' || (event.key === ' ' && !hasField)) {
      event.preventDefault()
      if (option) onChoose(option)
    } else {
      const isText = hasField && (event.key.length === 1 || event.key === 'Home' || event.key === 'End')
      const labels = options.map(({ words }) => words)
      const next = isText || options.length === 0 ? null : lineFor(event.key, line, labels)
      if (next !== null) {
        event.preventDefault()
        setAt(next)
      }
    }
    event.stopPropagation() // it is the nearest thing
  }
  const active = options.length > 0 ? `${id}-${line}` : undefined
  const list = { role: 'listbox', id: `${id}-list`, 'aria-label': label, 'aria-multiselectable': isMultiple } as const
  const content = (
    <>
      {hasField && (
        <div className="field">
          <Icon name="search" />
          <input
            role="combobox"
            aria-label={field}
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-activedescendant={active}
            placeholder="Find"
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            value={query}
            onChange={(event) => {
              onQuery(event.target.value)
              setAt(0)
            }}
          />
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its role comes with the rest */}
      <div {...list} className="options" tabIndex={0} aria-activedescendant={hasField ? undefined : active}>
        {options.map((option, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list has the focus and takes the keys
          <div
            key={option.value}
            role="option"
            id={`${id}-${index}`}
            aria-selected={chosen.includes(option.value)}
            data-active={index === line ? '' : undefined}
            ref={(element) => {
              if (index === line) element?.scrollIntoView({ block: 'nearest' })
            }}
            onClick={() => onChoose(option)}
          >
            {option.picture ?? <span className="chosen">{chosen.includes(option.value) && <Icon name="check" />}</span>}
            <span dir="auto">
              {option.words}
              {option.detail !== undefined && <small>{option.detail}</small>}
            </span>
            {option.count !== undefined && <span className="count">{option.count}</span>}
          </div>
        ))}
        {options.length === 0 && emptyWords !== '' && <p className="muted">{emptyWords}</p>}
      </div>
    </>
  )
  return { content, onKeyDown, goTo: setAt }
}
