import type { Path } from '@minutebook/shared/schema'
import { useEffect, useRef, useState, type MouseEvent } from 'react'
import type * as Y from 'yjs'
import type { EditorHandle } from '../../editor/index.ts'
import { Icon } from '../../ui/Icon.tsx'
import { copyText } from '../../ui/clipboard.ts'
import { useToast } from '../../ui/Toast.tsx'
import { counted } from '../../ui/words.ts'
import { blockAt, blockOf, linesAbove } from './lines.ts'
import { lineNumber, SourceLines } from './SourceLines.tsx'
import { useSource } from './use-source.ts'
import './source.css'

/** Of a file with more lines than these only those near what is seen are drawn. */
const longLines = 1500

interface SourcePaneProps {
  doc: Y.Doc
  /** null until the text of the note is here */
  editor: EditorHandle | null
  /** Puts the caret into the block at the path. */
  onShow: (path: Path) => void
}

/** The note as the Markdown that a download gives, beside the text while people write in it. It is for reading. */
export function SourcePane({ doc, editor, onShow }: SourcePaneProps) {
  const source = useSource(doc)
  const caret = useCaret(editor)
  const pane = useRef<HTMLDivElement>(null)
  const toast = useToast()
  const isHere = source !== null && source !== 'failed'
  const marked = isHere && caret ? blockOf(source.blocks, caret) : null
  const first = marked?.first ?? 0
  const last = marked?.last ?? 0

  useEffect(() => {
    const element = pane.current
    // whoever points at the source is reading it: it does not move away below the pointer
    if (first > 0 && element && !element.matches(':hover')) {
      element.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
    }
  }, [first])

  if (source === 'failed')
    return <p className="muted">The Markdown could not be made here. Download the note instead.</p>
  if (!isHere) return null
  const { text, blocks, chunks } = source
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('.line') : null
    const isReading = getSelection()?.isCollapsed === false
    if (!line || isReading) return
    const block = blockAt(blocks, lineNumber(line))
    if (block) onShow(block.caret)
  }
  const copy = () => {
    void copyText(Promise.resolve(text)).then((isCopied) =>
      toast(
        isCopied ? { text: 'Markdown copied' } : { text: 'The browser does not let the page copy.', isError: true },
      ),
    )
  }
  const above = linesAbove(chunks)
  const count = (above.at(-1) ?? 0) + (chunks.at(-1)?.lines.length ?? 0)
  return (
    <div className="source-pane">
      <header>
        <span className="muted">{counted(count, 'line')}</span>
        <button type="button" className="btn quiet small push" onClick={copy}>
          <Icon name="copy" />
          Copy
        </button>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a way for pointers; keys have the text itself */}
      <div
        className="source-lines"
        data-long={count > longLines ? '' : undefined}
        ref={pane}
        onClick={onClick}
        translate="no"
      >
        {chunks.map((chunk, index) => {
          const start = above[index] ?? 0
          const from = Math.max(first - start, 1)
          const to = Math.min(last - start, chunk.lines.length)
          const hasMark = first > 0 && from <= to
          return (
            <SourceLines
              key={chunk.key}
              lines={chunk.lines}
              above={start}
              from={hasMark ? from : 0}
              to={hasMark ? to : 0}
              isLong={count > longLines}
            />
          )
        })}
      </div>
    </div>
  )
}

/** The path of the block that holds the caret, as it moves. */
function useCaret(editor: EditorHandle | null): Path | null {
  const [caret, setCaret] = useState<Path | null>(null)
  useEffect(() => editor?.followCaret(setCaret), [editor])
  return caret
}
