import type { Session } from '../session/session.ts'
import { useSessionValue } from './session-value.ts'

/** How the note stands with the server. What of it is said aloud, LiveRegion says. */
export function SyncLine({ session }: { session: Session }) {
  const state = useSessionValue(session, ({ status }) => status.state)
  const words = useSessionValue(session, ({ status }) => status.words)
  if (state !== 'saved' || !words.includes(' · ')) {
    return (
      <output className="sync" data-state={state} aria-live="off">
        {words}
      </output>
    )
  }
  const [connected, saved] = words.split(' · ')
  return (
    <output className="sync" data-state="saved" aria-live="off">
      <span>{connected}</span> <span aria-hidden="true">·</span> {saved}
    </output>
  )
}
