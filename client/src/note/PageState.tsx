import { close } from '@minutebook/shared/wire'
import { Link } from 'wouter'
import { isOver } from './over.ts'
import type { SessionState } from '../session/session.ts'
import { Empty } from '../ui/Empty.tsx'
import { Icon } from '../ui/Icon.tsx'
import { counted } from '../ui/words.ts'
import { Countdown } from './Countdown.tsx'

interface FinalStateProps {
  code: number
  state: SessionState
  onDownload: () => void
  /** deletes the copy on this device */
  onDiscard: () => void
  /** loads the page again, with the newest program */
  onReload: () => void
}

/** The server will not have this page again: why, and what can be done. What is on this device can be taken along. */
export function FinalState({ code, state, onDownload, onDiscard, onReload }: FinalStateProps) {
  const actions = (
    <>
      {state.hasNote && (
        <button type="button" className="btn" onClick={onDownload}>
          <Icon name="download" />
          Download my copy
        </button>
      )}
      {state.hasNote && state.isCopyLeft && isOver(state) && (
        <button type="button" className="btn quiet" onClick={onDiscard}>
          Remove it from this device
        </button>
      )}
    </>
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
          text={`This link no longer opens the note. Ask the person who sent it for a new one. ${lossOf(state)}`}
          isWhole
        >
          {allNotes}
          {actions}
        </Empty>
      )
    case close.deleted.code:
      return (
        <Empty
          icon="trash"
          title="This note was deleted"
          text={`Somebody deleted it while you had it open. ${lossOf(state)}`}
          isWhole
        >
          {allNotes}
          {actions}
        </Empty>
      )
    case close.outdated.code:
      return (
        <Empty
          icon="refresh"
          title="A newer Minutebook is here"
          text={
            state.isCopied
              ? 'Reload the page to go on. What you wrote is kept on this device and will sync.'
              : 'This browser keeps no copy: download yours, then reload the page to go on.'
          }
          isWhole
        >
          <button type="button" className="btn primary" onClick={onReload}>
            Reload
          </button>
          {actions}
        </Empty>
      )
    default:
      return (
        <Empty
          icon="file"
          title="This note isn't here"
          text={`The link may be incomplete, or the note was deleted. ${lossOf(state)}`}
          isWhole
        >
          {allNotes}
          {actions}
        </Empty>
      )
  }
}

/** What is lost with the copy. */
function lossOf({ hasNote, unsaved, isCopyLeft }: SessionState): string {
  if (!hasNote) return ''
  if (unsaved === 0) return isCopyLeft ? 'Your copy is still on this device.' : ''
  const changes = `${counted(unsaved, 'change')} of yours did not reach the server.`
  return isCopyLeft ? changes : `${changes} They are on this page until you leave it.`
}

interface UnreachableProps {
  /** what the browser says of the network */
  isOnline: boolean
  nextAttemptAt: number | null
  onRetry: () => void
}

/** Nothing of the note is on this device, and there is no network, or the server does not answer. */
export function Unreachable({ isOnline, nextAttemptAt, onRetry }: UnreachableProps) {
  return (
    <div className="empty whole">
      <Icon name={isOnline ? 'refresh' : 'cloud-off'} />
      <h1>{isOnline ? "The server doesn't answer" : "You're offline"}</h1>
      <p>
        This note is not on this device yet.{' '}
        {isOnline ? (
          <>
            Trying again <Countdown at={nextAttemptAt} />.
          </>
        ) : (
          'It opens as soon as there is a connection.'
        )}
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
