import { useEffect, useState, useSyncExternalStore } from 'react'
import { openNote } from '../session/browser.ts'
import type { Session, SessionState } from '../session/session.ts'

/** Opens a note for as long as the component is mounted. Null until it has begun. */
export function useSession(noteId: string): { session: Session; state: SessionState } | null {
  const [session, setSession] = useState<Session | null>(null)
  useEffect(() => {
    const opened = openNote(noteId)
    setSession(opened.session)
    return () => {
      setSession(null)
      opened.leave()
    }
  }, [noteId])
  const state = useSyncExternalStore(
    (listener) => session?.subscribe(listener) ?? (() => undefined),
    () => session?.state ?? null,
  )
  return session && state ? { session, state } : null
}
