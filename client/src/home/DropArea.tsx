import { Icon } from '../ui/Icon.tsx'
import { counted } from '../ui/words.ts'

interface DropAreaProps {
  /** files held over the page, 0 while none are */
  held: number
  progress: { done: number; all: number } | null
  onChoose: () => void
}

/** Says that files can be dropped, and what happens while they are. */
export function DropArea({ held, progress, onChoose }: DropAreaProps) {
  if (progress) {
    return (
      <div className="drop-area" aria-live="polite">
        <span className="tile">
          <Icon name="upload" />
        </span>
        <div>
          <b>
            Importing {Math.min(progress.done + 1, progress.all)} of {counted(progress.all, 'file')}
          </b>
          Notes appear in the list as they are made.
        </div>
      </div>
    )
  }
  if (held > 0) {
    return (
      <div className="drop-area over-page" data-over="">
        <span className="tile">
          <Icon name="upload" />
        </span>
        <div>
          <b>Drop to import {counted(held, 'file')}</b>
          They become notes; the originals stay where they are.
        </div>
      </div>
    )
  }
  return (
    <div className="drop-area">
      <span className="tile">
        <Icon name="upload" />
      </span>
      <div>
        <b>Bring notes you already have</b>
        Drop Markdown files anywhere on this page, or paste Markdown. Front matter, TODOs and speakers are recognized.
      </div>
      <button type="button" className="btn" onClick={onChoose}>
        Choose files
      </button>
    </div>
  )
}
