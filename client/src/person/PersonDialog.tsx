import { initialsOf } from '@minutebook/shared/meeting'
import { useState, type FormEvent } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { personColors } from '../ui/person-color.ts'
import { cleanName, longestName, randomColor, type Identity } from './identity.ts'

interface PersonDialogProps {
  /** who they have been so far */
  identity: Identity | null
  /** colors that others here have */
  taken: ReadonlySet<string>
  /** they have chosen; the dialog is to be closed */
  onSave: (identity: Identity) => void
  /** they leave without choosing */
  onClose: () => void
}

/** Asks somebody for a name and a color. Enter saves. */
export function PersonDialog({ identity, taken, onSave, onClose }: PersonDialogProps) {
  const [name, setName] = useState(identity?.name ?? '')
  const [color, setColor] = useState(() => identity?.color ?? randomColor(taken, Math.random()))
  const clean = cleanName(name)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (clean === '') return
    onSave({ name: clean, color })
  }
  return (
    <Dialog title={identity ? 'Your name and color' : 'What is your name?'} onClose={onClose}>
      <form onSubmit={save}>
        <div>
          <p>The others see it beside your caret and in the list of who is here.</p>
          <h3 className="label">Name</h3>
          <label className="field">
            <Icon name="user" />
            <span className="sr">Your name</span>
            <input
              data-first
              value={name}
              maxLength={longestName}
              placeholder="As in the notes, such as AnaM"
              autoComplete="name"
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <h3 className="label" id="color-label">
            Color
          </h3>
          <div className="swatches" role="radiogroup" aria-labelledby="color-label">
            {personColors.map((each, index) => (
              <label key={each}>
                <input
                  type="radio"
                  name="color"
                  checked={color === each}
                  onChange={() => setColor(each)}
                  aria-label={`Color ${index + 1}`}
                />
                <span className="avatar" style={{ '--person': each }} data-online aria-hidden="true">
                  {clean === '' ? '' : initialsOf(clean)}
                </span>
              </label>
            ))}
          </div>
        </div>
        <footer>
          <button type="submit" className="btn primary push" disabled={clean === ''}>
            {identity ? 'Save' : 'Continue'}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
