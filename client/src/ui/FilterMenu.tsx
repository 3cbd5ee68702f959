/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a native list cannot be filtered, nor hold counts */
import { useId, useRef, useState } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import { useOptionList } from './OptionList.tsx'
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
  const isFound = options.length > fewOptions
  const words = chosen.map((value) => options.find((option) => option.value === value)?.words ?? value)
  const shown = options.filter((option) => option.words.toLowerCase().includes(query.trim().toLowerCase()))
  const close = () => popup.current?.hidePopover()
  const { content, onKeyDown, goTo } = useOptionList({
    id,
    label,
    field: isFound ? `Find in ${label.toLowerCase()}` : null,
    query,
    onQuery: setQuery,
    options: isOpen ? shown : [],
    chosen,
    isMultiple,
    emptyWords: isOpen ? 'Nobody and nothing is called so.' : '',
    onChoose: ({ value }) => {
      if (isMultiple) onChoose(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])
      else {
        onChoose(chosen.includes(value) ? [] : [value])
        close()
      }
    },
    onClose: close,
  })

  const onToggle = async (isOpenNow: boolean) => {
    setOpen(isOpenNow)
    if (!isOpenNow || !button.current || !popup.current) return
    setQuery('')
    goTo(
      Math.max(
        0,
        options.findIndex(({ value }) => chosen.includes(value)),
      ),
    )
    await place(button.current, popup.current, 'bottom-start', 6)
    popup.current.querySelector<HTMLElement>('input, [role=listbox]')?.focus()
  }
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
        {content}
      </div>
    </span>
  )
}
