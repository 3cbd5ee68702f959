import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type RefObject } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { useSettledText } from '../ui/use-settled-text.ts'

const settleMs = 120

interface SearchBoxProps {
  label: string
  field: RefObject<HTMLInputElement | null>
  /** what is searched for now */
  query: string
  /** somebody stopped typing for a moment */
  onSearch: (query: string) => void
  /** what the lines are the results of; null while there are none */
  found: string | null
  listId: string
  /** the line that Enter opens; null while there is none */
  active: string | null
  /** an arrow, Enter or Page key; true where it was of use */
  onMove: (key: string) => boolean
  /** shown while the field is empty */
  hint?: string
  isFirst?: boolean
}

/**
 * The field of a search and the keys of its results; the focus stays in it. Escape empties it, and then leaves. Enter
 * waits for what the words in the field find. [L113]
 */
export function SearchBox(props: SearchBoxProps) {
  const { label, field, query, onSearch, found, listId, active, onMove, hint, isFirst } = props
  const [text, setText] = useSettledText(query, onSearch, settleMs)
  /** the words for whose results Enter was pressed */
  const awaited = useRef<string | null>(null)
  const open = useEffectEvent(() => onMove('Enter'))
  useEffect(() => {
    if (found === null || awaited.current !== found) return
    awaited.current = null
    open()
  }, [found])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      if (text === '') event.currentTarget.blur()
      else {
        event.stopPropagation()
        event.preventDefault()
        onSearch('')
      }
      setText('')
      awaited.current = null
      return
    }
    if (event.key === 'Enter' && text.trim() !== '' && text !== found) {
      awaited.current = text
      onSearch(text)
    } else if (onMove(event.key)) event.preventDefault()
  }
  return (
    <label className="field search">
      <Icon name="search" />
      <span className="sr">{label}</span>
      <input
        ref={field}
        type="search"
        role="combobox"
        aria-expanded={active !== null}
        aria-controls={active === null ? undefined : listId}
        aria-activedescendant={active ?? undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        data-first={isFirst ? '' : undefined}
        value={text}
        placeholder="Search titles, text, people"
        onChange={(event) => {
          awaited.current = null
          setText(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      {text === '' && hint !== undefined && <kbd aria-hidden="true">{hint}</kbd>}
    </label>
  )
}
