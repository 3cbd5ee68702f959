import { Empty } from '../ui/Empty.tsx'
import { Icon } from '../ui/Icon.tsx'

interface CutOffProps {
  onRetry: () => void
}

/** Above the notes that this browser knows, while nobody answers. */
export function CutOff({ onRetry }: CutOffProps) {
  return (
    <output className="banner warn">
      <Icon name="cloud-off" />
      <span>{whatIsWrong()} These are the notes as this browser saw them last.</span>
      <button type="button" className="btn quiet small" onClick={onRetry}>
        Try now
      </button>
    </output>
  )
}

/** Nobody answers, and this browser knows no notes. */
export function NothingKnown({ onRetry }: CutOffProps) {
  return (
    <Empty icon="cloud-off" title={whatIsWrong().replace('.', '')} text="This browser knows no notes yet.">
      <button type="button" className="btn" onClick={onRetry}>
        Try now
      </button>
    </Empty>
  )
}

function whatIsWrong(): string {
  return navigator.onLine ? "The server doesn't answer." : "You're offline."
}
