import type { RefObject } from 'react'
import { Icon } from './Icon.tsx'
import { useSettledText } from './use-settled-text.ts'

const settleMs = 200

interface SearchFieldProps {
  label: string
  placeholder: string
  field: RefObject<HTMLInputElement | null>
  query: string
  onSearch: (query: string) => void
}

/** Searches a moment after the last key. Escape empties it. */
export function SearchField({ label, placeholder, field, query, onSearch }: SearchFieldProps) {
  const [text, setText] = useSettledText(query, onSearch, settleMs)
  return (
    <label className="field search">
      <Icon name="search" />
      <span className="sr">{label}</span>
      <input
        ref={field}
        type="search"
        value={text}
        placeholder={placeholder}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          if (text === '') event.currentTarget.blur()
          else onSearch('')
          setText('')
        }}
      />
      {text === '' && <kbd aria-hidden="true">/</kbd>}
    </label>
  )
}
