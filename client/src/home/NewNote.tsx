import type { NewNote as NewNoteShape } from '@minutebook/shared/api'
import { useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { createNote } from '../api/notes.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'

const templates = [
  { name: 'meeting', title: 'Meeting', text: 'Agenda, discussions, TODOs and decisions', picture: <MeetingPicture /> },
  { name: 'blank', title: 'Blank', text: 'An empty page', picture: <BlankPicture /> },
] as const

/** Makes a note from a template and opens it. Enter in the title makes a meeting. */
export function NewNote({ onClose }: { onClose: () => void }) {
  const [title, setTitle] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [, navigate] = useLocation()

  const create = async (template: NonNullable<NewNoteShape['template']>) => {
    if (isBusy) return
    setBusy(true)
    const clean = title.trim()
    const made = await createNote(clean === '' ? { template } : { template, title: clean })
    if (made.ok) return navigate(`/n/${made.value.id}`)
    setBusy(false)
    setProblem(made.refusal.message)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void create('meeting')
  }

  return (
    <Dialog title="New note" onClose={onClose}>
      <form onSubmit={onSubmit}>
        <div className="roomy">
          <label className="field">
            <Icon name="pencil" />
            <span className="sr">Title</span>
            <input
              data-first
              value={title}
              maxLength={300}
              placeholder="What is the meeting called?"
              onChange={(event) => setTitle(event.target.value)}
            />
          </label>
          <h3 className="label">Start from</h3>
          <div className="templates">
            {templates.map(({ name, title: caption, text, picture }) => (
              <button key={name} type="button" disabled={isBusy} onClick={() => void create(name)}>
                {picture}
                <b>{caption}</b>
                <small>{text}</small>
              </button>
            ))}
          </div>
          {problem !== null && (
            <p className="tone-danger" role="alert">
              {problem}
            </p>
          )}
        </div>
      </form>
    </Dialog>
  )
}

function MeetingPicture() {
  return (
    <svg viewBox="0 0 120 56" preserveAspectRatio="xMinYMin" aria-hidden="true">
      <rect className="ink" width="46" height="5" rx="2.5" />
      <rect y="12" width="84" height="4" rx="2" />
      <rect y="21" width="70" height="4" rx="2" />
      <rect className="ink" y="35" width="58" height="5" rx="2.5" />
      <rect y="47" width="92" height="4" rx="2" />
    </svg>
  )
}

function BlankPicture() {
  return (
    <svg viewBox="0 0 120 56" preserveAspectRatio="xMinYMin" aria-hidden="true">
      <rect className="ink" width="2" height="14" rx="1" />
    </svg>
  )
}
