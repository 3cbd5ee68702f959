import { useSession } from './use-session.ts'
import { FinalState, Unreachable } from './PageState.tsx'
import { LoadingNote } from './LoadingNote.tsx'
import { NoteView } from './NoteView.tsx'
import { localFileOf, saveFile } from './take-away.ts'
import './note.css'

/** The page of one note, in each of its states. */
export function NotePage({ id }: { id: string }) {
  const opened = useSession(id)
  if (!opened) return <LoadingNote />
  const { session, state } = opened
  if (state.finalCode !== null) {
    return (
      <div className="app">
        <main className="sheet">
          <FinalState
            code={state.finalCode}
            hasNote={state.hasNote}
            onDownload={() => void localFileOf(session).then(saveFile)}
          />
        </main>
      </div>
    )
  }
  if (state.hasNote) return <NoteView session={session} state={state} />
  if (state.nextAttemptAt === null && state.status.state !== 'offline') return <LoadingNote />
  return (
    <div className="app">
      <main className="sheet">
        <Unreachable nextAttemptAt={state.nextAttemptAt} onRetry={() => session.wake()} />
      </main>
    </div>
  )
}
