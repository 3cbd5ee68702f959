import type { Status } from '../session/status.ts'

/** How the note stands with the server. It is read out when that changes, but not that each pause in typing is saved. */
export function SyncLine({ status }: { status: Status }) {
  const live = status.state === 'saving' || status.state === 'saved' ? 'off' : 'polite'
  if (status.state !== 'saved' || !status.words.includes(' · ')) {
    return (
      <output className="sync" data-state={status.state} aria-live={live}>
        {status.words}
      </output>
    )
  }
  const [connected, saved] = status.words.split(' · ')
  return (
    <output className="sync" data-state="saved" aria-live={live}>
      <span>{connected}</span> <span aria-hidden="true">·</span> {saved}
    </output>
  )
}
