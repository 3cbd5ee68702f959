import { openIndexedDb } from './indexed-db.ts'
import { Session } from './session.ts'

/** Opens the note in this browser and keeps it connected. Returns the session and how to leave it. */
export function openNote(noteId: string): { session: Session; leave: () => void } {
  const session = new Session(noteId, {
    url: `${location.origin.replace(/^http/, 'ws')}/sync`,
    socket: WebSocket,
    openCopy: openIndexedDb,
    now: () => performance.now(),
    random: () => Math.random(),
    isOnline: () => navigator.onLine,
  })
  const listening = new AbortController()
  const { signal } = listening
  const wake = () => session.wake()
  addEventListener('online', wake, { signal })
  addEventListener('focus', wake, { signal })
  addEventListener('pageshow', wake, { signal })
  document.addEventListener('resume', wake, { signal })
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake(), { signal })
  addEventListener('offline', () => session.sleep(), { signal })
  addEventListener('pagehide', () => session.sayGoodbye(), { signal })
  // only where nothing else holds the text is leaving the page worth a question
  const warn = (event: BeforeUnloadEvent) => {
    if (session.state.unsaved > 0 && !session.state.isCopied) event.preventDefault()
  }
  addEventListener('beforeunload', warn, { signal })
  void session.start()
  return {
    session,
    leave: () => {
      listening.abort()
      void session.destroy()
    },
  }
}
