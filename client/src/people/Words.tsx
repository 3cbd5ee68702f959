import { useState } from 'react'
import { Icon } from '../ui/Icon.tsx'

interface WordsProps {
  /** what one is called, such as "handle" */
  what: string
  words: readonly string[]
  /** what one must look like, as in HTML, and the same in words */
  pattern: string
  hint: string
  /** resolves with null where it could not be said */
  onAdd: (word: string) => Promise<unknown>
  onRemove: (word: string) => Promise<unknown>
}

/** Short words as chips: each can be taken away, and others added with Enter. */
export function Words({ what, words, pattern, hint, onAdd, onRemove }: WordsProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const add = async (form: HTMLFormElement) => {
    if (draft === null || draft.trim() === '') return setDraft(null)
    if (!form.reportValidity()) return
    if ((await onAdd(draft.trim())) !== null) setDraft(null)
  }
  return (
    <dd className="chips">
      {words.map((word) => (
        <span key={word} className="chip">
          {word}
          <button type="button" className="remove" aria-label={`Remove ${word}`} onClick={() => void onRemove(word)}>
            <Icon name="x" />
          </button>
        </span>
      ))}
      {draft === null ? (
        <button type="button" className="chip add" aria-label={`Add ${what}`} onClick={() => setDraft('')}>
          <Icon name="plus" />
          Add
        </button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void add(event.currentTarget)
          }}
        >
          <input
            ref={(input) => input?.focus()}
            className="chip-input"
            aria-label={`New ${what}`}
            title={hint}
            pattern={pattern}
            placeholder={hint}
            autoComplete="off"
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={() => draft.trim() === '' && setDraft(null)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              setDraft(null)
              event.stopPropagation()
            }}
          />
        </form>
      )}
    </dd>
  )
}
