import { Menu } from '@base-ui/react/menu'
import { Icon } from '../../ui/Icon.tsx'
import type { MenuEntry } from '../../ui/Menu.tsx'

/** A line of the menu of a block. */
export interface BlockMenuEntry extends MenuEntry {
  /** it is what is the case now */
  isNow?: boolean
  /** something goes by it */
  isDanger?: boolean
}

/** The entries of an open menu, a rule between their groups. */
export function MenuGroups({ groups }: { groups: readonly (readonly BlockMenuEntry[])[] }) {
  return groups.map((entries, index) => (
    <Menu.Group key={entries[0]?.label ?? index}>
      {index > 0 && <Menu.Separator render={<hr />} />}
      {entries.map((entry) => (
        <Menu.Item key={entry.label} className={entry.isDanger ? 'tone-danger' : undefined} onClick={entry.onSelect}>
          <Icon name={entry.icon} />
          <span>
            {entry.label}
            {entry.detail !== undefined && <small>{entry.detail}</small>}
            {entry.isNow && <span className="sr">, as it is now</span>}
          </span>
          {entry.keys !== undefined && <kbd>{entry.keys}</kbd>}
          {entry.isNow && (
            <span className="push">
              <Icon name="check" />
            </span>
          )}
        </Menu.Item>
      ))}
    </Menu.Group>
  ))
}
