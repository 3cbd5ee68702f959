import type { Status } from '../session/status.ts'

/** How the note stands with the server. What of it is said aloud, LiveRegion says. */
export function SyncLine({ status }: { status: Status }) {
  if (status.state !== 'saved' || !status.words.includes(' · ')) {
    return (
      <output className="sync" data-state={status.state} aria-live="off">
        {status.words}
      </output>
    )
  }
  const [connected, saved] = status.words.split(' · ')
  return (
    <output className="sync" data-state="saved" aria-live="off">
      <span>{connected}</span> <span aria-hidden="true">·</span> {saved}
    </output>
  )
}
