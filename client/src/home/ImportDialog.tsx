import { Link } from 'wouter'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { counted } from '../ui/words.ts'
import { importTitle, type ImportOutcome } from './import.ts'

interface ImportDialogProps {
  outcomes: readonly ImportOutcome[]
  onUndo: () => void
  onClose: () => void
}

/** What became of each file of an import. */
export function ImportDialog({ outcomes, onUndo, onClose }: ImportDialogProps) {
  const hasNotes = outcomes.some((outcome) => outcome.note !== null)
  const footer = (
    <>
      {hasNotes && (
        <button type="button" className="btn quiet small" onClick={onUndo}>
          <Icon name="undo" />
          Undo import
        </button>
      )}
      <button type="button" className="btn primary push" onClick={onClose} data-first>
        Done
      </button>
    </>
  )
  return (
    <Dialog title={importTitle(outcomes)} onClose={onClose} footer={footer}>
      <div>
        {outcomes.map((outcome) => (
          <Row key={outcome.file} outcome={outcome} />
        ))}
      </div>
    </Dialog>
  )
}

function Row({ outcome }: { outcome: ImportOutcome }) {
  if (outcome.note === null) {
    return (
      <div className="item">
        <span className="tile">
          <Icon name="alert" />
        </span>
        <div>
          <b>{outcome.file}</b>
          <small className="tone-danger">{outcome.reason}</small>
        </div>
      </div>
    )
  }
  const { id, title, participants, openTodos, decisions } = outcome.note
  const counts = [
    counted(participants.length, 'participant'),
    counted(openTodos, 'open TODO'),
    counted(decisions, 'decision'),
  ]
  return (
    <div className="item">
      <span className="tile">
        <Icon name="file" />
      </span>
      <div>
        <b>{title}</b>
        <small className={outcome.remark === null ? undefined : 'tone-warn'}>
          {outcome.remark ?? counts.join(', ')}
        </small>
      </div>
      <Link className="btn quiet small" href={`/n/${id}`} aria-label={`Open ${title}`}>
        Open
      </Link>
    </div>
  )
}
