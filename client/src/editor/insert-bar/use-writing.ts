import { useEffect, useState } from 'react'
import type { EditorView } from '@tiptap/pm/view'

export const insertBarId = 'insert-bar'

const isPart = (view: EditorView, target: EventTarget | null) =>
  target instanceof Element && (view.dom.contains(target) || target.closest(`#${insertBarId}`) !== null)

/** Whether the text has the focus, or its insert bar. */
export function useWriting(view: EditorView): boolean {
  const [isWriting, setWriting] = useState(() => isPart(view, document.activeElement))
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => setWriting(isPart(view, target))
    const onBlur = ({ relatedTarget }: FocusEvent) => setWriting(isPart(view, relatedTarget))
    document.addEventListener('focusin', onFocus)
    document.addEventListener('focusout', onBlur)
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('focusout', onBlur)
    }
  }, [view])
  return isWriting
}
