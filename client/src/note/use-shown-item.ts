import { useEffect, type RefObject } from 'react'
import type { EditorHandle } from '../editor/index.ts'
import type { Session } from '../session/session.ts'
import { useToast } from '../ui/Toast.tsx'

/** Shows the item that the page's address leads to, when the text is here and whenever the address leads to another. */
export function useShownItem(
  session: Session,
  handle: EditorHandle | null,
  sheet: RefObject<HTMLElement | null>,
): void {
  const tell = useToast()
  useEffect(() => {
    if (!handle) return undefined
    let isGone = false
    const show = async () => {
      if (!location.hash.startsWith('#item=')) return
      const { itemIn, showItem } = await import('./shown-item.ts')
      const id = itemIn(location.hash)
      if (isGone || id === null || !sheet.current) return
      if (!showItem(session, handle, sheet.current, id)) {
        tell({ icon: 'search', text: 'The line that you looked for is not in this note any more.' })
      }
    }
    const onHash = () => void show().catch(() => undefined) // without the network the note is shown from its begin
    onHash()
    addEventListener('hashchange', onHash)
    return () => {
      isGone = true
      removeEventListener('hashchange', onHash)
    }
  }, [session, handle, sheet, tell])
}
