/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a native list cannot be filtered, nor hold counts */
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import { lineFor } from './menu-keys.ts'
import { place } from './place.ts'
import './menu.css'
import './filter-menu.css'

export interface FilterOption {
  value: string
  words: string
  /** how many rows it leaves */
  count?: number
}

interface FilterMenuProps {
  icon: IconName
  /** what is filtered by, such as "Owner" */
  label: string
  /** what the button says while nothing is chosen */
  anyWords: string
  options: readonly FilterOption[]
  chosen: readonly string[]
  /** several can be chosen */
  isMultiple?: boolean
  onChoose: (values: string[]) => void
}

/** So many options are found by looking. */
const fewOptions = 8

/** A button that opens a list of options; a set one can be cleared beside it. On a phone the list is a sheet. */
export function FilterMenu(props: FilterMenuProps) {
  const { icon, label, anyWords, options, chosen, isMultiple = false, onChoose } = props
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const popup = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const isFound = options.length > fewOptions
  const words = chosen.map((value) => options.find((option) => option.value === value)?.words ?? value)
  const shown = options.filter((option) => option.words.toLowerCase().includes(query.trim().toLowerCase()))
  const line = Math.min(at, shown.length - 1)

  const onToggle = async (isOpenNow: boolean) => {
    setOpen(isOpenNow)
    if (!isOpenNow || !button.current || !popup.current) return
    setQuery('')
    setAt(
      Math.max(
        0,
        options.findIndex(({ value }) => chosen.includes(value)),
      ),
    )
    await place(button.current, popup.current, 'bottom-start', 6)
    popup.current.querySelector<HTMLElement>('input, [role=listbox]')?.focus()
  }
  const choose = ({ value }: FilterOption) => {
    if (isMultiple) onChoose(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])
    else {
      onChoose(chosen.includes(value) ? [] : [value])
      popup.current?.hidePopover()
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const option = shown[line]
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault()
      popup.current?.hidePopover()
    } else if (event.key === 'Enter' || (event.key === ' ' && !isFound)) {
      event.preventDefault()
      if (option) choose(option)
    } else {
      const isText = isFound && (event.key.length === 1 || event.key === 'Home' || event.key === 'End')
      const next =
        isText || shown.length === 0
          ? null
          : lineFor(
              event.key,
              line,
              shown.map(({ words }) => words),
            )
      if (next !== null) {
        event.preventDefault()
        setAt(next)
      }
    }
    event.stopPropagation() // it is the nearest thing
  }
  const list = { role: 'listbox', id: `${id}-list`, 'aria-label': label, 'aria-multiselectable': isMultiple } as const
  const active = shown.length > 0 ? `${id}-${line}` : undefined
  return (
    <span className={chosen.length > 0 ? 'filter set' : 'filter'}>
      <button
        ref={button}
        type="button"
        className="btn small"
        popoverTarget={id}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-label={chosen.length > 0 ? `${label}: ${words.join(', ')}` : `${label}: ${anyWords}`}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          popup.current?.showPopover({ source: event.currentTarget })
        }}
      >
        <Icon name={icon} />
        <span className="words">{chosen.length > 0 ? words.join(', ') : anyWords}</span>
        {chosen.length === 0 && <Icon name="chevron-down" />}
      </button>
      {chosen.length > 0 && (
        <button
          type="button"
          className="btn small clear"
          aria-label={`Clear ${label.toLowerCase()}`}
          onClick={() => {
            onChoose([])
            button.current?.focus()
          }}
        >
          <Icon name="x" />
        </button>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of what has the focus in it */}
      <div
        ref={popup}
        id={id}
        className="menu over filter-menu"
        role="group"
        aria-label={label}
        popover="auto"
        onToggle={(event) => void onToggle(event.newState === 'open')}
        onKeyDown={onKeyDown}
      >
        <p className="sheet-title" aria-hidden="true">
          {label}
        </p>
        {isFound && (
          <div className="field">
            <Icon name="search" />
            <input
              role="combobox"
              aria-label={`Find in ${label.toLowerCase()}`}
              aria-expanded="true"
              aria-controls={`${id}-list`}
              aria-activedescendant={active}
              placeholder="Find"
              autoComplete="off"
              spellCheck={false}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value)
                setAt(0)
              }}
            />
          </div>
        )}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its role comes with the rest */}
        <div {...list} className="options" tabIndex={0} aria-activedescendant={isFound ? undefined : active}>
          {isOpen &&
            shown.map((option, index) => (
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
                onClick={() => choose(option)}
              >
                <span className="chosen">{chosen.includes(option.value) && <Icon name="check" />}</span>
                <span dir="auto">{option.words}</span>
                {option.count !== undefined && <span className="count">{option.count}</span>}
              </div>
            ))}
          {isOpen && shown.length === 0 && <p className="muted">Nobody and nothing is called so.</p>}
        </div>
      </div>
    </span>
  )
}
