import { Icon } from '../ui/Icon.tsx'

interface NoteDockProps {
  isInert: boolean
  onOutline: () => void
  onTodos: () => void
  onDecisions: () => void
  onDownload: () => void
}

/** The bottom bar of small screens: what the side columns and the bar hold on larger ones. */
export function NoteDock({ isInert, onOutline, onTodos, onDecisions, onDownload }: NoteDockProps) {
  return (
    <nav className="dock of-four" aria-label="Note" inert={isInert}>
      <button type="button" onClick={onOutline}>
        <Icon name="list" />
        Outline
      </button>
      <button type="button" onClick={onTodos}>
        <Icon name="check-square" />
        TODOs
      </button>
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
