import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import './menu.css'

export interface MenuEntry {
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
}

/** A menu below the end of its button: arrows, Home, End, letters; Escape gives the focus back. */
export function Menu({ trigger, groups }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="menu-place" align="end" sideOffset={6}>
          <Base.Popup className="menu">
            {groups.map((entries, index) => (
              <Base.Group key={entries[0]?.label ?? index}>
                {index > 0 && <Base.Separator render={<hr />} />}
                {entries.map((entry) => (
                  <Base.Item key={entry.label} onClick={entry.onSelect}>
                    <Icon name={entry.icon} />
                    <span>
                      {entry.label}
                      {entry.detail !== undefined && <small>{entry.detail}</small>}
                    </span>
                    {entry.keys !== undefined && <kbd>{entry.keys}</kbd>}
                  </Base.Item>
                ))}
              </Base.Group>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
