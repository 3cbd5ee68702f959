import { caretAfter } from '@minutebook/shared/front-matter'
import { useLayoutEffect, useRef } from 'react'
import type { FrontMatterForm } from './use-front-matter.ts'

interface TitleFieldProps {
  form: FrontMatterForm
  canEdit: boolean
  /** Enter: the title is done */
  onDone: () => void
}

/** The title as the page's heading, edited in place. Each key goes out at once; what others type keeps the caret. */
export function TitleField({ form, canEdit, onDone }: TitleFieldProps) {
  const field = useRef<HTMLSpanElement>(null)
  const title = form.values.title ?? ''

  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    const shown = element.textContent
    if (shown.trim() === title.trim()) return // a blank at the end is still being typed
    const caret = caretIn(element)
    const next = caret === null ? title : title + (/\s*$/.exec(shown)?.[0] ?? '')
    element.textContent = next
    if (caret !== null) placeCaret(element, caretAfter(shown, next, caret))
  }, [title])

  return (
    <h1 className="title">
      <span
        ref={field}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a field does not break lines as a heading does
        role="textbox"
        aria-label="Title"
        aria-readonly={!canEdit}
        tabIndex={canEdit ? 0 : undefined}
        contentEditable={canEdit ? 'plaintext-only' : undefined}
        suppressContentEditableWarning
        spellCheck={false}
        dir="auto"
        data-placeholder={form.named.nameTitle ?? 'What is the meeting called?'}
        onInput={(event) => {
          const next = event.currentTarget.textContent.replace(/\s+/g, ' ').trim()
          form.edit((yaml, { setScalar }) => setScalar(yaml, 'title', next))
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onDone()
        }}
      />
    </h1>
  )
}

function caretIn(element: HTMLElement): number | null {
  if (document.activeElement !== element) return null // asking for the selection would lay out the page
  const selection = document.getSelection()
  if (!selection?.focusNode || !element.contains(selection.focusNode)) return null
  const range = document.createRange()
  range.setStart(element, 0)
  range.setEnd(selection.focusNode, selection.focusOffset)
  return range.toString().length
}

function placeCaret(element: HTMLElement, offset: number): void {
  const node = element.firstChild
  document.getSelection()?.collapse(node ?? element, node ? Math.min(offset, element.textContent.length) : 0)
}
