import { useEffect } from 'react'
import type { EditorHandle } from '../editor/index.ts'
import type { Session } from '../session/session.ts'
import { useToast } from '../ui/Toast.tsx'
import { itemIn, showItem } from './shown-item.ts'
import { placeIn, showPlace } from './shown-place.ts'

/** Shows the item or the place that the page's address leads to, now and whenever the address leads to another; it draws nothing itself. */
export function ShownPlace({ session, handle }: { session: Session; handle: EditorHandle }) {
  const tell = useToast()
  useEffect(() => {
    const show = () => {
      const id = itemIn(location.hash)
      const place = placeIn(location.hash)
      if (id === null && !place) return
      const isShown = id === null ? place && showPlace(session, handle, place) : showItem(session, handle, id)
      if (isShown) return
      tell({ icon: 'search', text: 'The line that you looked for is not in this note any more.' })
    }
    show()
    addEventListener('hashchange', show)
    return () => removeEventListener('hashchange', show)
  }, [session, handle, tell])
  return null
}
