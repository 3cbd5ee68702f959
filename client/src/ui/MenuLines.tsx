import { Fragment, useLayoutEffect, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import { lineFor } from './menu-keys.ts'
import { place } from './place.ts'

export interface MenuEntry {
  /** what tells it from the others, where the label may not */
  id?: string
  icon: IconName
  label: string
  /** a second, quieter line */
  detail?: string
  /** the keys that do the same, such as `⌘S` */
  keys?: string
  /** what stands at its end */
  end?: ReactNode
  /** it takes something away */
  isDanger?: boolean
  /** it opens a menu of its own, which is open or not */
  unfolds?: boolean
  onSelect: () => void
}

/** Entries by groups, a rule between them. */
export type MenuGroups = readonly (readonly MenuEntry[])[]

/** The lines of a menu. The one that the pointer is over has the focus. */
export function MenuLines({ groups, onSelect }: { groups: MenuGroups; onSelect: (entry: MenuEntry) => void }) {
  return groups.map((entries, index) => (
    <Fragment key={entries[0]?.label ?? index}>
      {index > 0 && <hr />}
      {entries.map((entry) => (
        <button
          key={entry.id ?? entry.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={entry.isDanger ? 'tone-danger' : undefined}
          aria-haspopup={entry.unfolds === undefined ? undefined : 'menu'}
          aria-expanded={entry.unfolds}
          onPointerMove={(event) => event.currentTarget.focus()}
          onClick={() => onSelect(entry)}
        >
          <Icon name={entry.icon} />
          <span>
            {entry.label}
            {entry.detail && <small>{entry.detail}</small>}
          </span>
          {entry.keys !== undefined && <kbd>{entry.keys}</kbd>}
          {entry.end}
        </button>
      ))}
    </Fragment>
  ))
}

interface OpenMenuProps {
  button: RefObject<HTMLElement | null>
  popup: RefObject<HTMLElement | null>
  groups: MenuGroups
  onClose: () => void
}

/** What is in the popup of a menu while it is open: places it, and gives its first line the focus. */
export function OpenMenu({ button, popup, groups, onClose }: OpenMenuProps) {
  useLayoutEffect(() => {
    const open = async (anchor: HTMLElement, menu: HTMLElement) => {
      await place(anchor, menu, 'bottom-end', 6)
      if (menu.matches(':popover-open')) linesOf(menu)[0]?.focus() // else it was closed meanwhile
    }
    if (button.current && popup.current) void open(button.current, popup.current)
  }, [button, popup])
  return (
    <MenuLines
      groups={groups}
      onSelect={({ onSelect }) => {
        onClose()
        onSelect()
      }}
    />
  )
}

/** The lines of a menu that is drawn. */
export const linesOf = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
]

/** Moves the focus in a menu as a key says. */
export function moveInMenu(event: KeyboardEvent, menu: HTMLElement | null, groups: MenuGroups): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const lines = linesOf(menu)
  const at = lines.findIndex((line) => line === document.activeElement)
  const next = lineFor(
    event.key,
    at,
    groups.flat().map(({ label }) => label),
  )
  if (next === null) return
  event.preventDefault()
  event.stopPropagation()
  lines[next]?.focus()
}
