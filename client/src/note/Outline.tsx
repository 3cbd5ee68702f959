import type { OutlineEntry } from '@minutebook/shared/meeting'
import type { Path } from '@minutebook/shared/schema'
import type { MouseEvent } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { PreferencesButton } from '../ui/PreferencesButton.tsx'
import { ThemeButton } from '../ui/ThemeButton.tsx'
import { outlineTree } from './outline-tree.ts'

interface OutlineProps {
  outline: readonly OutlineEntry[]
  /** index of the heading under which the reader is, -1 before the first */
  current: number
  isHidden: boolean
  isOpen: boolean
  /** @param index of the heading in the outline */
  onShow: (path: Path, index: number) => void
  onPreferences: () => void
  onShortcuts: () => void
}

/** The start column: the headings of the note. */
export function Outline({ outline, current, isHidden, isOpen, onShow, onPreferences, onShortcuts }: OutlineProps) {
  const link = (entry: OutlineEntry, className?: string) => (
    <a
      className={className}
      href={`#${anchorOf(entry.path)}`}
      aria-current={outline[current] === entry ? 'location' : undefined}
      onClick={(event: MouseEvent) => {
        event.preventDefault()
        onShow(entry.path, outline.indexOf(entry))
      }}
    >
      <span dir="auto">{entry.text}</span>
    </a>
  )
  return (
    <nav className="start" id="outline" aria-label="Outline" hidden={isHidden} data-open={isOpen ? '' : undefined}>
      {outline.length === 0 ? (
        <p className="muted outline-empty">Headings of the note appear here.</p>
      ) : (
        <ol className="nav">
          {outlineTree(outline).map(({ head, children }) => (
            <li key={anchorOf(head.path)}>
              {link(head, 'head')}
              {children.length > 0 && (
                <ol>
                  {children.map((child) => (
                    <li key={anchorOf(child.path)} className="below">
                      {link(child)}
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ol>
      )}
      <footer>
        <ThemeButton />
        <PreferencesButton onOpen={onPreferences} />
        <button
          type="button"
          className="btn quiet small square"
          aria-label="Keyboard shortcuts"
          title="Keyboard shortcuts"
          onClick={onShortcuts}
        >
          <Icon name="keyboard" />
        </button>
      </footer>
    </nav>
  )
}

function anchorOf(path: Path): string {
  return `heading-${path.join('-')}`
}
