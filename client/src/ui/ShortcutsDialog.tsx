import { Dialog } from './Dialog.tsx'
import { keyNames } from './keys.ts'

/** A group of shortcuts: keys as in `useKeys`, and what they do. */
export interface ShortcutGroup {
  title: string
  rows: readonly (readonly [keys: readonly string[], words: string])[]
}

/** The list of keyboard shortcuts. */
export function ShortcutsDialog({ groups, onClose }: { groups: readonly ShortcutGroup[]; onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose} isWide={groups.length > 1}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- on a phone it scrolls, with the keys too */}
      <div className="shortcuts" role="group" aria-label="Keys" tabIndex={0}>
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className="label">{group.title}</h3>
            <dl>
              {group.rows.map(([keys, words]) => (
                <div key={words}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{keyNames(key)}</kbd>
                    ))}
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
