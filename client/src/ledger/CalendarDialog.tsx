import type { OwnerGroup } from '@minutebook/shared/api'
import { useEffect, useState } from 'react'
import { getCalendar, makeCalendar, stopCalendar } from '../api/ledger.ts'
import type { Refusal, Result } from '../api/request.ts'
import { copyText } from '../ui/clipboard.ts'
import { dayOf, formatDay } from '../ui/dates.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { readStored, writeStored } from '../ui/storage.ts'
import { keyOfOwner, wordsFor } from './owners.ts'

interface CalendarDialogProps {
  owners: readonly OwnerGroup[]
  /** whose calendar is meant at first, '' for nobody's */
  owner: string
  onClose: () => void
}

/** The link of an owner as this browser made it. */
interface Link {
  createdAt: string
  /** null: it was made elsewhere, and only whoever made it has seen it */
  url: string | null
}

/** Makes, shows and stops the secret link at which somebody's due dates can be subscribed to. */
export function CalendarDialog({ owners, owner: first, onClose }: CalendarDialogProps) {
  const [owner, setOwner] = useState(first !== '' ? keyOfOwner(first, owners) : (owners[0]?.key ?? ''))
  const [link, setLink] = useState<Link | 'none' | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [said, setSaid] = useState('')

  useEffect(() => {
    const stopping = new AbortController()
    const load = async () => {
      const answer = await getCalendar(owner, stopping.signal)
      if (stopping.signal.aborted) return
      setRefusal(answer.ok ? null : answer.refusal)
      if (answer.ok) setLink(answer.value.createdAt === null ? 'none' : linkOf(owner, answer.value.createdAt))
    }
    if (owner !== '') void load()
    return () => stopping.abort()
  }, [owner])

  const choose = (next: string) => {
    setOwner(next)
    setLink(null)
    setSaid('')
  }
  const done = (answer: Result<unknown>, words: string): boolean => {
    setRefusal(answer.ok ? null : answer.refusal)
    setSaid(answer.ok ? words : '')
    return answer.ok
  }
  const make = async () => {
    const isAnew = link !== 'none'
    const answer = await makeCalendar(owner)
    if (!done(answer, isAnew ? 'Here is the new link. The old one has stopped.' : 'Here is the link.') || !answer.ok)
      return
    const { url, createdAt } = answer.value
    writeStored(storedKey(owner), JSON.stringify({ url, createdAt }))
    setLink({ url, createdAt })
  }
  const stop = async () => {
    if (!done(await stopCalendar(owner), 'The link has stopped.')) return
    writeStored(storedKey(owner), null)
    setLink('none')
  }
  const copy = async (url: string) => {
    setSaid((await copyText(Promise.resolve(url))) ? 'Copied.' : 'The browser did not let it be copied: press Ctrl+C.')
  }

  return (
    <Dialog
      title="Calendar of due dates"
      onClose={onClose}
      footer={
        link === 'none' ? (
          <button type="button" className="btn primary" onClick={() => void make()}>
            Make a link
          </button>
        ) : (
          link && (
            <>
              <button type="button" className="btn" onClick={() => void make()}>
                Make a new link: the old one stops
              </button>
              <button type="button" className="btn quiet" onClick={() => void stop()}>
                Stop it
              </button>
            </>
          )
        )
      }
    >
      <div className="roomy calendar">
        <p>
          Your calendar can subscribe to the due dates of somebody’s open TODOs, over all meetings. Whoever has the link
          can read them.
        </p>
        <label>
          <span className="label">Whose TODOs</span>
          <span className="field select">
            <Icon name="user" />
            <select data-first="" value={owner} onChange={(event) => choose(event.target.value)}>
              {owner !== '' && !owners.some(({ key }) => key === owner) && <option value={owner}>{owner}</option>}
              {owners.map((group) => (
                <option key={group.key} value={group.key}>
                  {wordsFor(group)}
                </option>
              ))}
            </select>
            <Icon name="chevron-down" />
          </span>
        </label>
        {owner === '' && <p>Nobody owns a TODO yet.</p>}
        {link && link !== 'none' && link.url !== null && (
          <div>
            <span className="label">Link</span>
            <span className="field">
              <input
                readOnly
                aria-label="Link of the calendar"
                value={link.url}
                onFocus={(event) => event.currentTarget.select()}
              />
              <button type="button" className="btn small" onClick={() => void copy(link.url ?? '')}>
                <Icon name="copy" />
                Copy
              </button>
            </span>
          </div>
        )}
        {link && link !== 'none' && link.url === null && (
          <p>
            A link was made on {formatDay(dayOf(new Date(link.createdAt)), 'dated')}. It is shown only where it was
            made; the server does not know it.
          </p>
        )}
        <output className="muted">{said}</output>
        {refusal && (
          <p role="alert" className="tone-danger">
            {refusal.code === 'unreachable' ? "The server doesn't answer. Try again when it does." : refusal.message}
          </p>
        )}
      </div>
    </Dialog>
  )
}

function storedKey(owner: string): string {
  return `calendar ${owner}`
}

function linkOf(owner: string, createdAt: string): Link {
  try {
    const stored: unknown = JSON.parse(readStored(storedKey(owner)) ?? 'null')
    if (typeof stored === 'object' && stored !== null) {
      const { url, createdAt: since } = stored as Partial<Record<'url' | 'createdAt', unknown>>
      if (typeof url === 'string' && since === createdAt) return { url, createdAt }
    }
  } catch {
    // nothing that this page wrote
  }
  return { createdAt, url: null }
}
