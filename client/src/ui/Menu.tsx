import { cloneElement, Fragment, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import { lineFor } from './menu-keys.ts'
import { place } from './place.ts'
import './menu.css'

export interface MenuEntry {
  /** what tells it from the others, where the label may not */
  id?: string
  icon: IconName
  label: string
  /** a second, quieter line */
  detail?: string
  /** the keys that do the same, such as `⌘S` */
  keys?: string
  onSelect: () => void
}

interface MenuProps {
  /** the button that opens it; it needs a name of its own */
  trigger: ReactElement<Record<string, unknown>>
  /** groups of entries, a rule between them */
  groups: readonly (readonly MenuEntry[])[]
  /** what it is called; "More" without */
  label?: string
}

/** A menu below the end of its button: arrows, Home, End, letters; Escape gives the focus back. */
export function Menu({ trigger, groups, label = 'More' }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const popup = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const lines = () => [...(popup.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
  const labels = groups.flat().map((entry) => entry.label)

  const onToggle = async (isOpenNow: boolean) => {
    setOpen(isOpenNow)
    if (!isOpenNow || !button.current || !popup.current) return
    await place(button.current, popup.current, 'bottom-end', 6)
    if (popup.current.matches(':popover-open')) lines()[0]?.focus() // else it was closed meanwhile
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = lines().findIndex((line) => line === document.activeElement)
    if (event.key === 'Tab' || event.key === 'Escape') {
      if (event.key === 'Escape') event.preventDefault()
      event.stopPropagation() // it is the nearest thing
      return popup.current?.hidePopover()
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined
    const next = lineFor(event.key, at, labels)
    if (next === null) return undefined
    event.preventDefault()
    event.stopPropagation()
    return lines()[next]?.focus()
  }
  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        popoverTarget: id,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        'aria-controls': id,
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          popup.current?.showPopover({ source: event.currentTarget as HTMLElement })
        },
      })}
      <div
        ref={popup}
        id={id}
        className="menu over"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        popover="auto"
        onToggle={(event) => void onToggle(event.newState === 'open')}
        onKeyDown={onKeyDown}
      >
        {groups.map((entries, index) => (
          <Fragment key={entries[0]?.label ?? index}>
            {index > 0 && <hr />}
            {entries.map((entry) => (
              <button
                key={entry.id ?? entry.label}
                type="button"
                role="menuitem"
                tabIndex={-1}
                onPointerMove={(event) => event.currentTarget.focus()}
                onClick={() => {
                  popup.current?.hidePopover()
                  entry.onSelect()
                }}
              >
                <Icon name={entry.icon} />
                <span>
                  {entry.label}
                  {entry.detail && <small>{entry.detail}</small>}
                </span>
                {entry.keys !== undefined && <kbd>{entry.keys}</kbd>}
              </button>
            ))}
          </Fragment>
        ))}
      </div>
    </>
  )
}
