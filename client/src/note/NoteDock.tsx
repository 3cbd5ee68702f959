import { useState } from 'react'
import type { EditorHandle } from '../editor/index.ts'
import { Icon } from '../ui/Icon.tsx'
import { latePart } from '../ui/late-component.tsx'
import { fingerQuery, useMedia } from '../ui/use-media.ts'
import { idle } from '../ui/when-idle.ts'

const InsertBar = latePart(async () => {
  await idle()
  return (await import('../editor/insert-bar/InsertBar.tsx')).InsertBar
})

interface NoteDockProps {
  isInert: boolean
  onOutline: () => void
  onTodos: () => void
  onDecisions: () => void
  onDownload: () => void
  /** the text; null where it cannot be written in */
  writing: EditorHandle | null
}

/** The bottom bar of small screens: what the side columns and the bar hold on larger ones, and tools while somebody writes. */
export function NoteDock({ isInert, onOutline, onTodos, onDecisions, onDownload, writing }: NoteDockProps) {
  const hasInsertBar = useMedia(fingerQuery) && writing !== null
  const [isWriting, setWriting] = useState(false)
  return (
    <>
      {hasInsertBar && <InsertBar handle={writing} onWriting={setWriting} />}
      {!(hasInsertBar && isWriting) && (
        <nav className={writing ? 'dock' : 'dock of-four'} aria-label="Note" inert={isInert}>
          <button type="button" onClick={onOutline}>
            <Icon name="list" />
            Outline
          </button>
          <button type="button" onClick={onTodos}>
            <Icon name="check-square" />
            TODOs
          </button>
          {writing && (
            <button type="button" className="add" aria-label="Insert a block" onClick={writing.openInsert}>
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
      )}
    </>
  )
}
