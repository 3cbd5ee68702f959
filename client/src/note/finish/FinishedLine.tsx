import type { Finished } from '@minutebook/shared/doc'
import { useState } from 'react'
import { fetchSummary, fetchVersions, reopenMeeting } from '../../api/finish.ts'
import type { Result } from '../../api/request.ts'
import type { Session } from '../../session/session.ts'
import { copyText } from '../../ui/clipboard.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { localFileOf, saveFile } from '../take-away.ts'
import { useSessionValue } from '../session-value.ts'
import { saveVersion } from './version-file.ts'
import { whenFinished } from './when-finished.ts'
import './finish.css'

interface FinishedLineProps {
  session: Session
  finished: Finished
}

/** Says that the meeting is over, and what can be done then. */
export function FinishedLine({ session, finished }: FinishedLineProps) {
  const unsaved = useSessionValue(session, (state) => state.unsaved)
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
  const download = async () => {
    const list = await fetchVersions(noteId)
    const number = list.ok ? list.value.versions.find(({ at }) => at === finished.at)?.number : undefined
    const answer = number === undefined ? null : await saveVersion(session, number)
    if (answer?.ok) return
    const reason = answer?.refusal.message ?? (list.ok ? 'It is not kept yet. Try again.' : list.refusal.message)
    toast({ text: `The version is not downloaded. ${reason}`, isError: true })
  }
  return (
    <output className={unsaved > 0 ? 'banner finished warn' : 'banner finished'}>
      <Icon name={unsaved > 0 ? 'alert' : 'check'} />
      <span>
        {finished.by ?? 'Somebody'} finished this meeting {whenFinished(finished.at)}. The note is for reading.
        {unsaved > 0 && ` ${changesOf(unsaved)} made here came too late: not in it, kept on this device.`}
      </span>
      {unsaved > 0 && (
        <button type="button" className="btn quiet small" onClick={() => void localFileOf(session).then(saveFile)}>
          Download my copy
        </button>
      )}
      <button type="button" className="btn quiet small" onClick={() => void download()}>
        Download version
      </button>
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
