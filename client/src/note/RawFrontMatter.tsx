import type { FrontMatter } from '@minutebook/shared/front-matter'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { caretAfter, editBetween } from './narrow.ts'
import type { FrontMatterForm } from './use-front-matter.ts'

interface RawFrontMatterProps {
  form: FrontMatterForm
  /** null once it can be read again */
  error: FrontMatter['error']
  canEdit: boolean
  /** it can be read, and nobody writes in it here */
  onReadable: () => void
}

/** Front matter that is not YAML: as it is written, with what is wrong, until it can be read again. */
export function RawFrontMatter({ form, error, canEdit, onReadable }: RawFrontMatterProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const caret = useRef<{ text: string; start: number; end: number } | null>(null)
  const { yaml } = form

  useLayoutEffect(() => {
    const element = area.current
    const before = caret.current
    if (element && before && document.activeElement === element && before.text !== yaml) {
      element.setSelectionRange(caretAfter(before.text, yaml, before.start), caretAfter(before.text, yaml, before.end))
    }
    if (element) remember(element)
  }, [yaml])

  useEffect(() => {
    if (error === null && document.activeElement !== area.current) onReadable()
  }, [error, onReadable])

  function remember(element: HTMLTextAreaElement) {
    caret.current = { text: element.value, start: element.selectionStart, end: element.selectionEnd }
  }
  return (
    <header className="raw-front-matter">
      <p className={error ? 'tone-warn' : 'muted'} role="status">
        <Icon name={error ? 'alert' : 'check'} />
        {error ? `Line ${error.line} can't be read: ${error.message}` : 'This can be read again.'}
      </p>
      <textarea
        ref={area}
        value={yaml}
        rows={Math.min(20, yaml.split('\n').length + 1)}
        spellCheck={false}
        readOnly={!canEdit}
        aria-label="Front matter"
        onBlur={() => error === null && onReadable()}
        onSelect={(event) => remember(event.currentTarget)}
        onChange={(event) => {
          const next = event.target.value
          remember(event.currentTarget)
          form.edit((now) => editBetween(now, next))
        }}
      />
    </header>
  )
}
