import { Icon } from '../ui/Icon.tsx'

interface NoteDockProps {
  isInert: boolean
  onOutline: () => void
  onTodos: () => void
  onDecisions: () => void
  onDownload: () => void
  /** opens what can be inserted into the note; null where it cannot be written in */
  onInsert: (() => void) | null
}

/** The bottom bar of small screens: what the side columns and the bar hold on larger ones. */
export function NoteDock({ isInert, onOutline, onTodos, onDecisions, onDownload, onInsert }: NoteDockProps) {
  return (
    <nav className={onInsert ? 'dock' : 'dock of-four'} aria-label="Note" inert={isInert}>
      <button type="button" onClick={onOutline}>
        <Icon name="list" />
        Outline
      </button>
      <button type="button" onClick={onTodos}>
        <Icon name="check-square" />
        TODOs
      </button>
      {onInsert && (
        <button type="button" className="add" aria-label="Insert a block" onClick={onInsert}>
          <Icon name="plus" />
        </button>
      )}
      <button type="button" onClick={onDecisions}>
        <Icon name="diamond" />
        Decisions
      </button>
      <button type="button" onClick={onDownload}>
        <Icon name="download" />
        Download
      </button>
    </nav>
  )
}
