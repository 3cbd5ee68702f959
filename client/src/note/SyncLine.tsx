import type { Status } from '../session/status.ts'

/** How the note stands with the server, said again only when it changes. */
export function SyncLine({ status }: { status: Status }) {
  if (status.state !== 'saved' || !status.words.includes(' · ')) {
    return (
      <output className="sync" data-state={status.state}>
        {status.words}
      </output>
    )
  }
  const [connected, saved] = status.words.split(' · ')
  return (
    <output className="sync" data-state="saved">
      <span>{connected}</span> <span aria-hidden="true">·</span> {saved}
    </output>
  )
}
