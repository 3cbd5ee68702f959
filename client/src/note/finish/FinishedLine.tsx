import type { Finished } from '@minutebook/shared/doc'
import { useState } from 'react'
import { fetchSummary, reopenMeeting } from '../../api/finish.ts'
import type { Result } from '../../api/request.ts'
import type { Session } from '../../session/session.ts'
import { copyText } from '../../ui/clipboard.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { localFileOf, saveFile } from '../take-away.ts'

interface FinishedLineProps {
  session: Session
  finished: Finished
  /** changes made here that are not in the note */
  unsaved: number
}

/** Says that the meeting is over, and what can be done then. */
export function FinishedLine({ session, finished, unsaved }: FinishedLineProps) {
  const toast = useToast()
  const [isBusy, setBusy] = useState(false)
  const { noteId } = session
  const reopen = async () => {
    setBusy(true)
    const answer = await reopenMeeting(noteId)
    setBusy(false)
    if (!answer.ok) toast({ text: `The meeting is not reopened. ${answer.refusal.message}`, isError: true })
  }
  const copy = () => {
    copyText(fetchSummary(noteId).then(valueOf)).then(
      (isCopied) =>
        isCopied
          ? toast({ text: 'Summary copied' })
          : toast({ text: 'The browser does not let the page copy.', isError: true }),
      (error: Error) => toast({ text: `The summary is not copied. ${error.message}`, isError: true }),
    )
  }
  return (
    <output className={unsaved > 0 ? 'banner warn' : 'banner'}>
      <Icon name={unsaved > 0 ? 'alert' : 'check'} />
      <span>
        {finished.by ?? 'Somebody'} finished this meeting {whenOf(finished.at)}. The note is for reading.
        {unsaved > 0 && ` ${changesOf(unsaved)} made here came too late: not in it, kept on this device.`}
      </span>
      {unsaved > 0 && (
        <button type="button" className="btn quiet small" onClick={() => void localFileOf(session).then(saveFile)}>
          Download my copy
        </button>
      )}
      <button type="button" className="btn quiet small" onClick={copy}>
        Copy summary
      </button>
      <button type="button" className="btn quiet small" disabled={isBusy} onClick={() => void reopen()}>
        {unsaved > 0 ? 'Reopen and add' : 'Reopen'}
      </button>
    </output>
  )
}

/** @throws Error with what the server said */
function valueOf(answer: Result<string>): string {
  if (answer.ok) return answer.value
  throw new Error(answer.refusal.message)
}

function changesOf(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`
}

function whenOf(at: string): string {
  const time = new Date(at)
  const clock = time.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
  const isToday = time.toDateString() === new Date().toDateString()
  return isToday ? `at ${clock}` : `on ${time.toLocaleDateString(undefined, { dateStyle: 'medium' })} at ${clock}`
}
