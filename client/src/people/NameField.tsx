import { useState } from 'react'

interface NameFieldProps {
  name: string
  /** resolves with null where it could not be said */
  onRename: (name: string) => Promise<unknown>
}

/** The name as a field that looks like a heading. Enter or leaving it says it, Escape takes back what was typed. */
export function NameField({ name, onRename }: NameFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const rename = async () => {
    const next = draft?.trim() ?? ''
    if (next === '' || next === name) return setDraft(null)
    if ((await onRename(next)) !== null) setDraft(null) // else what was typed stays
  }
  return (
    <h1 className="name">
      <input
        aria-label="Name"
        value={draft ?? name}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => void rename()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') event.currentTarget.blur()
          else if (event.key === 'Escape') setDraft(null)
          else return
          event.stopPropagation()
        }}
      />
    </h1>
  )
}
