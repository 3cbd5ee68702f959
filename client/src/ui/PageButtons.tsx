import { Icon } from './Icon.tsx'
import { keyNames } from './keys.ts'
import { ThemeButton } from './ThemeButton.tsx'

interface PageButtonsProps {
  /** of the first of them */
  className?: string
  onPreferences: () => void
  onShortcuts: () => void
}

/** What every page has at the foot of its first column: the theme, the preferences, and which keys there are. */
export function PageButtons({ className = '', onPreferences, onShortcuts }: PageButtonsProps) {
  return (
    <>
      <ThemeButton className={className} />
      <button
        type="button"
        className="btn quiet small square"
        aria-label="Preferences"
        title={`Preferences (${keyNames('Mod+,')})`}
        onClick={onPreferences}
      >
        <Icon name="sliders" />
      </button>
      <button
        type="button"
        className="btn quiet small square"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts"
        onClick={onShortcuts}
      >
        <Icon name="keyboard" />
      </button>
    </>
  )
}
