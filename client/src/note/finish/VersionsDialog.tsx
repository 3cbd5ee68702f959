import type { VersionInfo } from '@minutebook/shared/api'
import { useEffect, useState } from 'react'
import { fetchVersions } from '../../api/finish.ts'
import type { Refusal } from '../../api/request.ts'
import type { Session } from '../../session/session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { saveVersion } from './version-file.ts'
import { whenFinished } from './when-finished.ts'
import './finish.css'

/** The versions that are kept of a note, each as a file to take away. */
export function VersionsDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const [versions, setVersions] = useState<readonly VersionInfo[] | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  useEffect(() => {
    let isGone = false
    const look = async () => {
      const answer = await fetchVersions(session.noteId)
      if (isGone) return
      if (answer.ok) setVersions(answer.value.versions)
      else setRefusal(answer.refusal)
    }
    void look()
    return () => {
      isGone = true
    }
  }, [session])
  const save = async (number: number) => {
    const answer = await saveVersion(session, number)
    setRefusal(answer.ok ? null : answer.refusal)
  }
  return (
    <Dialog title="Versions" onClose={onClose}>
      <div className="versions" aria-busy={!versions && !refusal}>
        {refusal && (
          <p role="alert" className="tone-danger">
            <Icon name="alert" /> {refusal.message}
          </p>
        )}
        {versions?.length === 0 && <p>No version is kept yet. Finishing the meeting keeps the note as it is then.</p>}
        <ul>
          {versions?.map(({ number, at, by }) => (
            <li key={number}>
              <span>
                <b>Version {number}</b>
                <small>
                  {by ?? 'Somebody'} finished the meeting {whenFinished(at)}
                </small>
              </span>
              <button type="button" className="btn small" onClick={() => void save(number)}>
                <Icon name="download" />
                Download<span className="sr"> Markdown of version {number}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
