import { useState, useSyncExternalStore } from 'react'
import { openNote } from '../session/browser.ts'
import type { Session, SessionState } from '../session/session.ts'

/** An open note, and what is to be shown of it now. */
export interface OpenNote {
  session: Session
  state: SessionState
}

/** Opens a note for as long as the component is mounted. Null until it has begun. The id must stay the same. */
export function useSession(noteId: string): OpenNote | null {
  const [store] = useState(() => storeOf(noteId))
  return useSyncExternalStore(store.subscribe, store.read)
}

/** A note that is opened by whoever subscribes first, and left when they go. */
function storeOf(noteId: string) {
  let current: OpenNote | null = null
  return {
    read: () => current,
    subscribe: (listener: () => void) => {
      const { session, leave } = openNote(noteId)
      const follow = () => {
        current = { session, state: session.state }
        listener()
      }
      session.subscribe(follow)
      follow()
      return () => {
        current = null
        leave()
      }
    },
  }
}
