import type { Status } from '../session/status.ts'

/** How the note stands with the server, said again only when it changes. */
export function SyncLine({ status }: { status: Status }) {
  if (status.state !== 'saved' || !status.words.includes(' · ')) {
    return (
      <p className="sync" role="status" data-state={status.state}>
        {status.words}
      </p>
    )
  }
  const [connected, saved] = status.words.split(' · ')
  return (
    <p className="sync" role="status" data-state="saved">
      <span>{connected}</span> <span aria-hidden="true">·</span> {saved}
    </p>
  )
}
