import { cloneElement, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import type { MenuGroups } from './MenuLines.tsx'
import { useFetched } from './use-fetched.ts'
import './menu.css'

interface MenuProps {
  /** the button that opens it; it needs a name of its own */
  trigger: ReactElement<Record<string, unknown>>
  groups: MenuGroups
  /** what it is called; "More" without */
  label?: string
}

/** What a press on any menu asks for. */
export const loadLines = () => import('./MenuLines.tsx')

/** A menu below the end of its button: arrows, Home, End, letters; Escape gives the focus back. */
export function Menu({ trigger, groups, label = 'More' }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const popup = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = () => popup.current?.hidePopover()
  const code = useFetched(loadLines, isOpen, close)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab' || event.key === 'Escape') {
      if (event.key === 'Escape') event.preventDefault()
      event.stopPropagation() // it is the nearest thing
      close()
    } else code?.moveInMenu(event, popup.current, groups)
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
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={onKeyDown}
      >
        {isOpen && code && <code.OpenMenu button={button} popup={popup} groups={groups} onClose={close} />}
      </div>
    </>
  )
}
