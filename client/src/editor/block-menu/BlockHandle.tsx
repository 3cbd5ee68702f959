import type { Editor } from '@tiptap/core'
import { useEditorState } from '../use-editor-state.ts'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { afterFrame } from '../../ui/after-frame.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { BlockRange } from '../blocks/range.ts'
import { floatOf, openFloat } from '../floats.ts'
import { insertBelow } from './actions.ts'
import { followBlock, type HandledBlock } from './follow-block.ts'
import { handledRange } from './open.ts'
import { DropLine, Placed, Shade } from './Placed.tsx'
import { useDrag } from './use-drag.ts'

/**
 * The plus and the grip beside the block that the pointer or the caret is in.
 *
 * @param pointer the last move of the pointer, which may be before this was there
 */
export function BlockHandle({ editor, pointer }: { editor: Editor; pointer: RefObject<PointerEvent | null> }) {
  const handle = useRef<HTMLDivElement>(null)
  const isBusy = useRef(false)
  const [block, setBlock] = useState<HandledBlock | null>(null)
  // as of now: what is drawn may be older than the last edit of somebody else
  const latest = useRef<HandledBlock | null>(null)
  const menu = useEditorState({ editor, selector: ({ editor }) => blockFloat(editor) })
  const { drag, onPointerDown, wasDragged } = useDrag(
    editor,
    () => latest.current && handledRange(editor.state, latest.current),
  )
  useLayoutEffect(() => {
    isBusy.current = drag !== null || menu !== null
  })
  useEffect(() => {
    const sheet = editor.view.dom.closest<HTMLElement>('.sheet') ?? editor.view.dom
    const isHeld = () => isBusy.current || handle.current?.contains(document.activeElement) === true
    return followBlock(editor, sheet, pointer.current, isHeld, (now) => {
      latest.current = now
      // it is not seen while somebody types: the letter comes first
      if (now?.isQuiet) afterFrame(() => setBlock(latest.current))
      else setBlock(now)
    })
  }, [editor, pointer])
  const shaded = drag?.range ?? menu
  return (
    <>
      {shaded && <Shade editor={editor} range={shaded} />}
      {drag?.place && <DropLine editor={editor} place={drag.place} />}
      {block && (
        <Placed editor={editor} range={block}>
          <div
            className="handle"
            ref={handle}
            data-quiet={block.isQuiet || undefined}
            data-drag={drag ? '' : undefined}
          >
            <button
              type="button"
              aria-label="Insert below"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                if (latest.current) insertBelow(editor, latest.current)
              }}
            >
              <Icon name="plus" />
            </button>
            <button
              type="button"
              className="grip"
              aria-label="Move or turn into"
              aria-haspopup="menu"
              aria-expanded={menu !== null}
              onMouseDown={(event) => event.preventDefault()}
              onContextMenu={(event) => event.preventDefault()}
              onPointerDown={onPointerDown}
              onClick={() => {
                if (wasDragged.current || !latest.current) return
                const range = handledRange(editor.state, latest.current)
                editor.view.dispatch(openFloat(editor.state.tr, { kind: 'block', ...range }))
              }}
            >
              <Icon name="grip" />
            </button>
          </div>
        </Placed>
      )}
    </>
  )
}

function blockFloat({ state }: Editor): BlockRange | null {
  const float = floatOf(state)
  return float?.kind === 'block' ? { from: float.from, to: float.to } : null
}
