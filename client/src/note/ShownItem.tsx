import { useEffect, type RefObject } from 'react'
import type { EditorHandle } from '../editor/index.ts'
import type { Session } from '../session/session.ts'
import { useToast } from '../ui/Toast.tsx'
import { itemIn, showItem } from './shown-item.ts'

interface ShownItemProps {
  session: Session
  handle: EditorHandle
  sheet: RefObject<HTMLElement | null>
}

/** Shows the item that the page's address leads to, and whenever the address leads to another. */
export function ShownItem({ session, handle, sheet }: ShownItemProps) {
  const tell = useToast()
  useEffect(() => {
    const show = () => {
      const id = itemIn(location.hash)
      if (id === null || !sheet.current || showItem(session, handle, sheet.current, id)) return
      tell({ icon: 'search', text: 'The line that you looked for is not in this note any more.' })
    }
    show()
    addEventListener('hashchange', show)
    return () => removeEventListener('hashchange', show)
  }, [session, handle, sheet, tell])
  return null
}
