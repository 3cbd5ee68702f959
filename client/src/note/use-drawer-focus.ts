import { useEffect, useRef } from 'react'
import type { Columns } from './use-columns.ts'

/** Puts the focus into a drawer that opens, and gives it back when it closes. The rest of the page is inert meanwhile. */
export function useDrawerFocus(columns: Columns): void {
  const before = useRef<Element | null>(null)
  const open = columns.isOpen('outline') ? 'outline' : columns.isOpen('panel') ? 'panel' : null
  useEffect(() => {
    if (open) {
      before.current = document.activeElement
      document
        .querySelector<HTMLElement>(`#${open} :is(a, button:not([role="tab"]), [role="tab"][aria-selected="true"])`)
        ?.focus()
    } else if (before.current instanceof HTMLElement && document.activeElement === document.body) {
      before.current.focus()
      before.current = null
    }
  }, [open])
}
