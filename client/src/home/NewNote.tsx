import type { NewNote as NewNoteShape, NoteSummary } from '@minutebook/shared/api'
import { useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { createNote } from '../api/notes.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { TemplatePicture } from '../ui/TemplatePicture.tsx'
import { counted } from '../ui/words.ts'

const templates = [
  { name: 'meeting', title: 'Meeting', text: 'Agenda, discussions, TODOs and decisions' },
  { name: 'blank', title: 'Blank', text: 'An empty page' },
] as const

interface NewNoteProps {
  /** the newest note of the list */
  last: NoteSummary | null
  /** makes the next meeting after a note */
  onNext: (id: string) => void
  onClose: () => void
}

/** Makes a note from a template and opens it. Enter in the title makes a meeting. */
export function NewNote({ last, onNext, onClose }: NewNoteProps) {
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
            {templates.map(({ name, title: caption, text }) => (
              <button key={name} type="button" disabled={isBusy} onClick={() => void create(name)}>
                <TemplatePicture of={name} />
                <b>{caption}</b>
                <small>{text}</small>
              </button>
            ))}
            {last && (
              <button
                type="button"
                disabled={isBusy}
                onClick={() => {
                  onClose()
                  onNext(last.id)
                }}
              >
                <TemplatePicture of="series" />
                <b>Next in the series</b>
                <small>
                  After {last.title}
                  {last.openTodos > 0 && `, with ${counted(last.openTodos, 'open TODO')}`}
                </small>
              </button>
            )}
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
