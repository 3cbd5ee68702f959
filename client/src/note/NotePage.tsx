import { useCallback } from 'react'
import { useBeforeReload, useShell } from '../shell/use-shell.ts'
import { lateComponent } from '../ui/late-component.tsx'
import { isOver } from './over.ts'
import { useSession } from './use-session.ts'
export { openAhead } from './use-session.ts'
import { LoadingNote } from './LoadingNote.tsx'
import { NoteView } from './NoteView.tsx'
import { localFileOf, saveFile } from './take-away.ts'
import './note.css'

const FinalState = lateComponent(async () => (await import('./PageState.tsx')).FinalState)
const Unreachable = lateComponent(async () => (await import('./PageState.tsx')).Unreachable)

/** How long leaving for a new version waits for what was written here. */
const keepMs = 5000

/** The page of one note, in each of its states. */
export function NotePage({ id }: { id: string }) {
  const opened = useSession(id)
  const shell = useShell()
  const session = opened?.session
  useBeforeReload(useCallback(async () => session?.whenKept(keepMs), [session]))
  if (!opened || !session) return <LoadingNote />
  const { state } = opened
  if (state.finalCode !== null) {
    const discardCopy = () => void session.discardCopy()
    const takeCopy = async () => {
      saveFile(await localFileOf(session))
      if (isOver(session.state)) discardCopy()
    }
    return (
      <div className="app">
        <main className="sheet">
          <FinalState
            code={state.finalCode}
            state={state}
            onDownload={() => void takeCopy()}
            onDiscard={discardCopy}
            onReload={() => void shell.renew()}
          />
        </main>
      </div>
    )
  }
  if (state.hasNote) return <NoteView session={session} />
  if (state.nextAttemptAt === null && state.status.state !== 'offline') return <LoadingNote />
  return (
    <div className="app">
      <main className="sheet">
        <Unreachable isOnline={navigator.onLine} nextAttemptAt={state.nextAttemptAt} onRetry={() => session.wake()} />
      </main>
    </div>
  )
}
