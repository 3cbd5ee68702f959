import { caretAfter, editBetween, type FrontMatter } from '@minutebook/shared/front-matter'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { Icon } from '../ui/Icon.tsx'
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
  const caret = useRef<ReturnType<typeof caretsOf> | null>(null)
  const { yaml } = form

  useLayoutEffect(() => {
    const element = area.current
    const before = caret.current
    if (!element) return
    if (before && document.activeElement === element && before.text !== yaml) {
      element.setSelectionRange(caretAfter(before.text, yaml, before.start), caretAfter(before.text, yaml, before.end))
    }
    caret.current = caretsOf(element)
  }, [yaml])

  useEffect(() => {
    if (error === null && document.activeElement !== area.current) onReadable()
  }, [error, onReadable])

  return (
    <header className="raw-front-matter">
      <h1 className="sr">{form.values.title ?? 'Note'}</h1>
      <output className={error ? 'tone-warn' : 'muted'}>
        <Icon name={error ? 'alert' : 'check'} />
        {error ? `Line ${error.line} can't be read: ${error.message}` : 'This can be read again.'}
      </output>
      <textarea
        ref={area}
        value={yaml}
        rows={Math.min(20, yaml.split('\n').length + 1)}
        spellCheck={false}
        readOnly={!canEdit}
        aria-label="Front matter"
        onBlur={() => error === null && onReadable()}
        onSelect={(event) => {
          caret.current = caretsOf(event.currentTarget)
        }}
        onChange={(event) => {
          const next = event.target.value
          caret.current = caretsOf(event.currentTarget)
          form.editText((now) => editBetween(now, next))
        }}
      />
    </header>
  )
}

function caretsOf({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) {
  return { text: value, start: selectionStart, end: selectionEnd }
}
