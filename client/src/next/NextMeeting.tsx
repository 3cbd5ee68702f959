import type { NextMeeting as Plan } from '@minutebook/shared/api'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { planNext } from '../api/next.ts'
import { createNote } from '../api/notes.ts'
import type { Refusal } from '../api/request.ts'
import { formatDay } from '../ui/dates.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useToast } from '../ui/Toast.tsx'
import { ago } from './ago.ts'
import './next.css'

interface NextMeetingProps {
  /** the note after which it comes */
  noteId: string
  /** resolves with whether the server has all that was written in that note here */
  whenSaved?: () => Promise<boolean>
  onClose: () => void
}

type There = NonNullable<Plan['note']> & {
  /** how long ago it was changed */
  changed: string
}

/** Sooner than this, a dialog would only flash. */
const slowMs = 500

/** Makes the next meeting after a note and opens it; where there is one already, it asks first. [A130] [A131] */
export function NextMeeting({ noteId, whenSaved, onClose }: NextMeetingProps) {
  const [there, setThere] = useState<There | null>(null)
  const [isBusy, setBusy] = useState(true)
  const [isSlow, setSlow] = useState(false)
  const isGone = useRef(false)
  const hasBegun = useRef(false)
  const [, navigate] = useLocation()
  const toast = useToast()

  const fail = (text: string) => {
    if (isGone.current) return
    toast({ text, isError: true })
    onClose()
  }
  const open = (id: string) => {
    if (isGone.current) return
    onClose()
    navigate(`/n/${id}`)
  }
  const make = async () => {
    setBusy(true)
    const made = await createNote({ from: noteId })
    if (made.ok) open(made.value.id)
    else fail(sentenceFor(made.refusal))
  }
  const begin = useEffectEvent(async () => {
    if (whenSaved && !(await whenSaved())) {
      return fail('What you wrote here has not reached the server yet. Make the next meeting when it is saved.')
    }
    const plan = await planNext(noteId)
    if (isGone.current) return undefined
    if (!plan.ok) return fail(sentenceFor(plan.refusal))
    if (!plan.value.note) return make()
    setBusy(false)
    setThere({ ...plan.value.note, changed: ago(plan.value.note.updatedAt, new Date()) })
    return undefined
  })
  useEffect(() => {
    isGone.current = false
    const timer = setTimeout(() => setSlow(true), slowMs)
    if (!hasBegun.current) void begin()
    hasBegun.current = true
    return () => {
      isGone.current = true
      clearTimeout(timer)
    }
  }, [])

  if (!there) {
    if (!isSlow) return null
    return (
      <Dialog title="Next meeting" onClose={onClose}>
        <p className="next-meeting">
          <output>The server makes it. It opens in a moment.</output>
        </p>
      </Dialog>
    )
  }
  return (
    <Dialog
      title="The next meeting is there already"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn quiet" disabled={isBusy} onClick={() => void make()}>
            <Icon name="plus" />
            Make another
          </button>
          <button type="button" className="btn primary push" data-first onClick={() => open(there.id)}>
            Open it
          </button>
        </>
      }
    >
      <div className="next-meeting">
        <div className="item">
          <span className="tile" aria-hidden="true">
            <Icon name="repeat" />
          </span>
          <div>
            <b dir="auto">{there.title}</b>
            <small>
              {[there.day === null ? '' : formatDay(there.day, 'long'), `changed ${there.changed}`]
                .filter((part) => part !== '')
                .join(' · ')}
            </small>
          </div>
        </div>
      </div>
    </Dialog>
  )
}

function sentenceFor({ code, message }: Refusal): string {
  return code === 'unreachable' ? "The server doesn't answer. Make the next meeting when you are connected." : message
}
