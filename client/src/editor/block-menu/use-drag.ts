import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { moveNodes } from '../blocks/move-nodes.ts'
import type { BlockRange } from '../blocks/range.ts'
import { dropPlace, type DropPlace } from './drop-place.ts'

/** What is dragged, and where it would land. */
export interface Drag {
  range: BlockRange
  place: DropPlace | null
}

const startPx = 4
const holdMs = 300
const edgePx = 56
const scrollPx = 9

/**
 * Dragging by the grip: with the mouse at once, with a finger after it was held. Escape, or a finger that goes astray,
 * calls it off. What is dragged is followed through edits of others.
 */
export function useDrag(editor: Editor, rangeOf: () => BlockRange | null) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const stop = useRef<(() => void) | null>(null)
  const wasDragged = useRef(false)
  useEffect(() => () => stop.current?.(), [])
  const onPointerDown = (down: PointerEvent<HTMLElement>) => {
    const range = rangeOf()
    wasDragged.current = false
    if (down.button !== 0 || !range) return
    stop.current?.()
    stop.current = followDrag(editor, down, range, (now) => {
      if (now) wasDragged.current = true
      setDrag(now)
    })
  }
  return { drag, onPointerDown, wasDragged }
}

function followDrag(
  editor: Editor,
  down: PointerEvent<HTMLElement>,
  start: BlockRange,
  tell: (drag: Drag | null) => void,
): () => void {
  const { view } = editor
  const { pointerId } = down
  const sheet = view.dom.closest('.sheet')
  let range: BlockRange | null = start
  let at = { x: down.clientX, y: down.clientY }
  let isDragging = false
  let frame = 0
  const isTouch = down.pointerType !== 'mouse'
  const look = () => {
    if (isDragging && range) tell({ range, place: dropPlace(view, range, at) })
  }
  const begin = () => {
    isDragging = true
    look()
    frame = requestAnimationFrame(scroll)
  }
  const scroll = () => {
    const box = sheet?.getBoundingClientRect()
    const by = !box ? 0 : at.y < box.top + edgePx ? -scrollPx : at.y > box.bottom - edgePx ? scrollPx : 0
    if (by !== 0) {
      sheet?.scrollBy(0, by)
      look()
    }
    frame = requestAnimationFrame(scroll)
  }
  const timer = isTouch ? setTimeout(begin, holdMs) : undefined
  const end = () => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    listening.abort()
    editor.off('transaction', onTransaction)
    tell(null)
  }
  const onTransaction = ({ transaction: { mapping, docChanged } }: { transaction: Transaction }) => {
    if (!range || !docChanged) return
    const moved: BlockRange = { from: mapping.map(range.from, 1), to: mapping.map(range.to, -1) }
    range = moved.from < moved.to ? moved : null
    if (range) look()
    else end()
  }
  const listening = new AbortController()
  const on = <K extends keyof WindowEventMap>(name: K, run: (event: WindowEventMap[K]) => void) =>
    addEventListener(name, run, { signal: listening.signal, capture: true })
  on('pointermove', (event) => {
    if (event.pointerId !== pointerId) return
    const distance = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY)
    at = { x: event.clientX, y: event.clientY }
    if (isDragging) look()
    else if (!isTouch && distance > startPx) begin()
    else if (isTouch && distance > 2 * startPx) end()
  })
  on('pointerup', (event) => {
    if (event.pointerId !== pointerId) return
    const place = isDragging && range ? dropPlace(view, range, at) : null
    if (place && range) moveNodes(view, range, place.position)
    end()
  })
  on('pointercancel', end)
  on('keydown', (event) => {
    if (event.key !== 'Escape' || !isDragging) return
    event.preventDefault()
    event.stopPropagation()
    end()
  })
  editor.on('transaction', onTransaction)
  return end
}
