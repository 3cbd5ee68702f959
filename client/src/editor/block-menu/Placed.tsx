import type { Editor } from '@tiptap/core'
import { useEffect, useLayoutEffect, useReducer, useRef, type ReactNode } from 'react'
import type { BlockRange } from '../blocks/range.ts'
import type { DropPlace } from './drop-place.ts'

interface PlacedProps {
  editor: Editor
  range: BlockRange
  children: ReactNode
}

/** Stands over the first line of a block, wherever that is now. */
export function Placed({ editor, range, children }: PlacedProps) {
  const place = useRef<HTMLDivElement>(null)
  const [, look] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    const sizes = new ResizeObserver(look)
    sizes.observe(editor.view.dom)
    return () => sizes.disconnect()
  }, [editor])
  useLayoutEffect(() => {
    const line = lineOf(editor, range.from)
    if (!line || !place.current) return
    place.current.style.insetBlockStart = `${line.top}px`
    place.current.style.setProperty('--line-size', `${line.height}px`)
  })
  return (
    <div className="block-place" ref={place}>
      {children}
    </div>
  )
}

/** The ground of blocks that are dragged or that a menu is open for. */
export function Shade({ editor, range }: Omit<PlacedProps, 'children'>) {
  const shade = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const first = elementAt(editor, range.from)?.getBoundingClientRect()
    const last = elementBefore(editor, range.to)?.getBoundingClientRect()
    const origin = originOf(editor)
    if (!first || !last || !shade.current) return
    Object.assign(shade.current.style, {
      insetBlockStart: `${first.top - origin.top}px`,
      blockSize: `${last.bottom - first.top}px`,
    })
  })
  return <div className="block-shade" ref={shade} />
}

/** Where a dragged block would land. */
export function DropLine({ editor, place }: { editor: Editor; place: DropPlace }) {
  const line = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const origin = originOf(editor)
    Object.assign(line.current?.style ?? {}, {
      insetBlockStart: `${place.y - origin.top}px`,
      left: `${place.left - origin.left}px`,
      inlineSize: `${place.right - place.left}px`,
    })
  }, [editor, place])
  return <div className="drop-line" ref={line} />
}

/** The box that all of this is placed in. */
function originOf(editor: Editor): DOMRect {
  return (editor.view.dom.closest('.text-place') ?? editor.view.dom).getBoundingClientRect()
}

/** Whether a position is one of the note: what is drawn may be older than the last edit, which made the note shorter. */
const isThere = ({ state }: Editor, position: number) => position <= state.doc.content.size

function elementAt(editor: Editor, position: number): HTMLElement | null {
  const element = isThere(editor, position) ? editor.view.nodeDOM(position) : null
  return element instanceof HTMLElement ? element : null
}

function elementBefore(editor: Editor, end: number): HTMLElement | null {
  const before = isThere(editor, end) ? editor.state.doc.resolve(end).nodeBefore : null
  return before && elementAt(editor, end - before.nodeSize)
}

/** The first line of the block at a position. */
function lineOf(editor: Editor, position: number): { top: number; height: number } | null {
  if (!isThere(editor, position)) return null
  const node = editor.state.doc.nodeAt(position)
  const isHolder = node?.type.name === 'listItem' || node?.type.name === 'blockquote'
  const element = elementAt(editor, isHolder ? position + 1 : position)
  if (!element) return null
  const { paddingTop, lineHeight } = getComputedStyle(element)
  const top = element.getBoundingClientRect().top - originOf(editor).top + Number.parseFloat(paddingTop)
  return { top, height: Number.parseFloat(lineHeight) || element.offsetHeight }
}
