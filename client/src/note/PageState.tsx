import { close } from '@minutebook/shared/wire'
import { Link } from 'wouter'
import { Empty } from '../ui/Empty.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Countdown } from './Countdown.tsx'

interface FinalStateProps {
  code: number
  /** this device holds the note */
  hasNote: boolean
  onDownload: () => void
}

/** The server will not have this page again: why, and what can be done. What is on this device can be taken along. */
export function FinalState({ code, hasNote, onDownload }: FinalStateProps) {
  const copy = hasNote && (
    <button type="button" className="btn" onClick={onDownload}>
      <Icon name="download" />
      Download my copy
    </button>
  )
  const allNotes = (
    <Link className="btn primary" href="/">
      All notes
    </Link>
  )
  switch (code) {
    case close.noAccess.code:
      return (
        <Empty
          icon="lock"
          title="You need an invitation"
          text="This link no longer opens the note. Ask the person who sent it for a new one."
          isWhole
        >
          {allNotes}
          {copy}
        </Empty>
      )
    case close.deleted.code:
      return (
        <Empty icon="trash" title="This note was deleted" text="Somebody deleted it while you had it open." isWhole>
          {allNotes}
          {copy}
        </Empty>
      )
    case close.outdated.code:
      return (
        <Empty
          icon="refresh"
          title="A newer Minutebook is here"
          text="Reload the page to go on. What you wrote is kept on this device and will sync."
          isWhole
        >
          <button type="button" className="btn primary" onClick={() => location.reload()}>
            Reload
          </button>
          {copy}
        </Empty>
      )
    default:
      return (
        <Empty
          icon="file"
          title="This note isn't here"
          text="The link may be incomplete, or the note was deleted."
          isWhole
        >
          {allNotes}
          {copy}
        </Empty>
      )
  }
}

interface UnreachableProps {
  nextAttemptAt: number | null
  onRetry: () => void
}

/** Nothing of the note is on this device, and the server does not answer. */
export function Unreachable({ nextAttemptAt, onRetry }: UnreachableProps) {
  return (
    <div className="empty whole">
      <Icon name="refresh" />
      <h1>The server doesn't answer</h1>
      <p>
        The note is not on this device yet. Trying again <Countdown at={nextAttemptAt} />.
      </p>
      <div>
        <button type="button" className="btn primary" onClick={onRetry}>
          Try now
        </button>
        <Link className="btn" href="/">
          All notes
        </Link>
      </div>
    </div>
  )
}
