import { Icon } from './Icon.tsx'
import { keyNames } from './keys.ts'

/** Opens the preferences. */
export function PreferencesButton({ onOpen }: { onOpen: () => void }) {
  return (
    <button
      type="button"
      className="btn quiet small square"
      aria-label="Preferences"
      title={`Preferences (${keyNames('Mod+,')})`}
      onClick={onOpen}
    >
      <Icon name="sliders" />
    </button>
  )
}
