import { useId, useMemo } from 'react'
import { Choice } from './Choice.tsx'
import { Dialog } from './Dialog.tsx'
import { Icon } from './Icon.tsx'
import { spellingLanguages, useSpelling, useTextSize } from './preferences.ts'
import { useTheme } from './theme.ts'

const themes = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const

const sizes = [
  ['small', 'Small'],
  ['normal', 'Normal'],
  ['large', 'Large'],
] as const

interface PreferencesDialogProps {
  onClose: () => void
  /** goes on to name and color */
  onPerson: () => void
}

/** What this browser remembers of how somebody likes to work. What is chosen holds at once, in every tab. */
export function PreferencesDialog({ onClose, onPerson }: PreferencesDialogProps) {
  const [theme, , chooseTheme] = useTheme()
  const [size, chooseSize] = useTextSize()
  const [spelling, chooseSpelling] = useSpelling()
  const languages = useMemo(() => spellingLanguages(navigator.languages), [])
  const select = useId()
  return (
    <Dialog title="Preferences" onClose={onClose}>
      <div className="preferences">
        <Choice label="Theme" value={theme} options={themes} onChoose={chooseTheme} isFirst />
        <Choice label="Text of notes" value={size} options={sizes} onChoose={chooseSize} />
        <div>
          <label className="label" htmlFor={select}>
            Spelling
          </label>
          <span className="field select">
            <select id={select} value={spelling} onChange={(event) => chooseSpelling(event.target.value)}>
              <option value="browser">As the browser does</option>
              <option value="off">Not checked</option>
              <optgroup label="Written in">
                {languages.map(({ tag, name }) => (
                  <option key={tag} value={tag} lang={tag}>
                    {name}
                  </option>
                ))}
              </optgroup>
            </select>
            <Icon name="chevron-down" />
          </span>
        </div>
        <div>
          <button type="button" className="btn" onClick={onPerson}>
            <Icon name="user" />
            Your name and color
          </button>
        </div>
        <p>All of it is kept in this browser.</p>
      </div>
    </Dialog>
  )
}
