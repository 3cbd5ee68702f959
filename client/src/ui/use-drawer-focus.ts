import { useEffect, useRef } from 'react'

const first = ':is(a, button:not([role="tab"]), [role="tab"][aria-selected="true"])'

/**
 * Puts the focus into a drawer that opens, and gives it back when it closes. The rest of the page is to be inert meanwhile.
 *
 * @param open the id of the drawer's element, null while none is open
 */
export function useDrawerFocus(open: string | null): void {
  const drawer = useRef<HTMLElement | null>(null)
  const before = useRef<Element | null>(null)
  useEffect(() => {
    if (open !== null) {
      if (!drawer.current) before.current = document.activeElement
      drawer.current = document.getElementById(open)
      drawer.current?.querySelector<HTMLElement>(`:scope ${first}`)?.focus()
      return
    }
    const { activeElement } = document
    const isLost = activeElement === document.body || drawer.current?.contains(activeElement) === true
    if (isLost && before.current instanceof HTMLElement) before.current.focus()
    drawer.current = before.current = null
  }, [open])
}
