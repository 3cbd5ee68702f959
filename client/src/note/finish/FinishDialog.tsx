import type { FinishAnswer, Review } from '@minutebook/shared/api'
import type { AgendaPoint, Reading } from '@minutebook/shared/meeting'
import type { Path } from '@minutebook/shared/schema'
import { useEffect, useState, type ReactNode } from 'react'
import { fetchReview, finishMeeting } from '../../api/finish.ts'
import type { Refusal } from '../../api/request.ts'
import type { Session } from '../../session/session.ts'
import { copyText } from '../../ui/clipboard.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { oneOf } from '../../ui/words.ts'
import { idsOf } from '../item-ids.ts'
import './finish.css'

/** How long what was written here may take to be saved. */
const savedMs = 5000

/** How often the review is made anew while it is looked at. */
const againMs = 5000

interface FinishDialogProps {
  session: Session
  /** what the person calls themselves */
  by: string | undefined
  readings: readonly Reading[]
  agenda: readonly AgendaPoint[]
  onShow: (path: Path) => void
  onClose: () => void
}

/** Reviews the meeting and finishes it. Nothing that is open keeps anybody from it. */
export function FinishDialog({ session, by, readings, agenda, onShow, onClose }: FinishDialogProps) {
  const [review, setReview] = useState<Review | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [done, setDone] = useState<FinishAnswer | null>(null)
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    let isGone = false
    const look = async () => {
      await session.whenSaved(savedMs)
      const answer = await fetchReview(session.noteId)
      if (isGone) return
      setReview(answer.ok ? answer.value : null)
      setRefusal(answer.ok ? null : answer.refusal)
    }
    void look()
    const timer = setInterval(() => void look(), againMs)
    return () => {
      isGone = true
      clearInterval(timer)
    }
  }, [session])

  const finish = async () => {
    setBusy(true)
    const isSaved = await session.whenSaved(savedMs)
    const answer = isSaved ? await finishMeeting(session.noteId, by) : null
    setBusy(false)
    if (answer?.ok) setDone(answer.value)
    else setRefusal(answer?.refusal ?? notSaved)
  }

  if (done) return <Finished answer={done} onClose={onClose} />
  const show = (path: Path | undefined) => {
    onClose()
    if (path) onShow(path)
  }
  return (
    <Dialog
      title="Finish the meeting"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn quiet push" onClick={onClose}>
            Not yet
          </button>
          <button
            type="button"
            className="btn primary"
            data-first
            disabled={isBusy || !review}
            onClick={() => void finish()}
          >
            Finish
          </button>
        </>
      }
    >
      <div className="review" aria-busy={!review && !refusal}>
        {refusal && (
          <p role="alert" className="late">
            <Icon name="alert" /> The meeting is not finished. {refusal.message}
          </p>
        )}
        {review && <OpenEnds review={review} ids={idsOf(session, readings)} agenda={agenda} onShow={show} />}
        <p className="muted">
          A version of the note is kept as it is now. Then it is for reading, for everybody, until somebody reopens it.
        </p>
      </div>
    </Dialog>
  )
}

const notSaved: Refusal = {
  code: 'not_saved',
  status: 0,
  message: 'What was written on this page is not saved yet. Try again when the bar says Saved.',
}

interface OpenEndsProps {
  review: Review
  ids: ReadonlyMap<string, Reading>
  agenda: readonly AgendaPoint[]
  onShow: (path: Path | undefined) => void
}

function OpenEnds({ review, ids, agenda, onShow }: OpenEndsProps) {
  const { notIn, todosWithoutOwner, uncertainOwners, undiscussed } = review
  if (notIn.length + todosWithoutOwner.length + uncertainOwners.length + undiscussed.length === 0) {
    return (
      <p>
        <Icon name="check" /> Nothing is left open, and everybody's text is in.
      </p>
    )
  }
  return (
    <>
      {notIn.length > 0 && (
        <Group title="Text that may not be in">
          {notIn.map(({ name, since }) => (
            <li key={name}>
              <Icon name="cloud-off" />
              <span>
                <b>{name}</b> lost the connection {agoOf(since)}. What they wrote since then is on their device.
              </span>
            </li>
          ))}
        </Group>
      )}
      {todosWithoutOwner.length > 0 && (
        <Group title="TODOs without an owner">
          {todosWithoutOwner.map(({ id, text }) => (
            <Line key={id} text={text} onShow={() => onShow(ids.get(id)?.path)} />
          ))}
        </Group>
      )}
      {uncertainOwners.length > 0 && (
        <Group title="Owners who are not certain">
          {uncertainOwners.map(({ todo, label, candidates }) => (
            <Line
              key={`${todo.id} ${label}`}
              mark={label}
              text={todo.text}
              detail={candidates.length > 0 ? `${oneOf(candidates)}?` : 'Not among the participants'}
              onShow={() => onShow(ids.get(todo.id)?.path)}
            />
          ))}
        </Group>
      )}
      {undiscussed.length > 0 && (
        <Group title="Not discussed">
          {undiscussed.map(({ text, lines }) => (
            <Line key={lines[0]} text={text} onShow={() => onShow(agenda.find((point) => point.text === text)?.path)} />
          ))}
        </Group>
      )}
    </>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="label">{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}

interface LineProps {
  mark?: string
  text: string
  detail?: string
  onShow: () => void
}

function Line({ mark, text, detail, onShow }: LineProps) {
  return (
    <li>
      <button type="button" onClick={onShow}>
        {mark !== undefined && <span className="owner unsure">{mark}</span>}
        <span dir="auto">{text.split('\n')[0]}</span>
        {detail !== undefined && <span className="muted">{detail}</span>}
      </button>
    </li>
  )
}

function Finished({ answer, onClose }: { answer: FinishAnswer; onClose: () => void }) {
  const toast = useToast()
  const copy = () => {
    void copyText(Promise.resolve(answer.summary)).then((isCopied) =>
      isCopied
        ? toast({ text: 'Summary copied' })
        : toast({ text: 'The browser does not let the page copy. Select the text.', isError: true }),
    )
  }
  return (
    <Dialog
      title="The meeting is finished"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn push" onClick={copy}>
            <Icon name="copy" />
            Copy summary
          </button>
          <button type="button" className="btn primary" data-first onClick={onClose}>
            Done
          </button>
        </>
      }
    >
      <div className="review">
        <p>This is kept as version {answer.version}. Its decisions and TODOs, ready to be sent:</p>
        <textarea readOnly rows={12} aria-label="Summary" value={answer.summary} />
      </div>
    </Dialog>
  )
}

function agoOf(since: string): string {
  const minutes = Math.floor((Date.now() - Date.parse(since)) / 60_000)
  if (minutes < 1) return 'a moment ago'
  return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`
}
