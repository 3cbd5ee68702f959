import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { blockAt, type BlockRange } from '../blocks/range.ts'
import { isLocalEdit } from '../local.ts'

/** The block that the handle stands beside. */
export interface HandledBlock extends BlockRange {
  /** somebody types: the handle is there, and not seen */
  isQuiet: boolean
}

/**
 * Tells which block is under the pointer, else which holds the caret, now and whenever that or its place changes.
 *
 * @param pointer its last move
 * @param isHeld the handle itself is in use, and stays where it is
 * @returns what ends it
 */
export function followBlock(
  editor: Editor,
  sheet: HTMLElement,
  pointer: PointerEvent | null,
  isHeld: () => boolean,
  tell: (block: HandledBlock | null) => void,
): () => void {
  const { view } = editor
  let hovered: BlockRange | null = null
  let block: BlockRange | null = null
  let isQuiet = false
  let frame = 0
  const show = () => {
    if (!isHeld()) block = hovered ?? (view.hasFocus() ? blockAt(view.state.selection.$head) : null)
    tell(block && { ...block, isQuiet: isQuiet && !isHeld() })
  }
  const onMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || isInHandle(event.target)) return
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      if (view.isDestroyed) return
      hovered = blockUnder(view, event.clientX, event.clientY)
      isQuiet = false
      show()
    })
  }
  const onLeave = () => {
    cancelAnimationFrame(frame)
    hovered = null
    show()
  }
  const onTransaction = ({ transaction }: { transaction: Transaction }) => {
    if (transaction.docChanged) {
      hovered = mapped(hovered, transaction)
      block = mapped(block, transaction)
    }
    if (transaction.docChanged && isLocalEdit([transaction])) isQuiet = true
    else if (transaction.selectionSet && !transaction.docChanged) isQuiet = false
    show()
  }
  const onFocus = () => setTimeout(() => !view.isDestroyed && show()) // what is focused next may be the handle
  sheet.addEventListener('pointermove', onMove)
  sheet.addEventListener('pointerleave', onLeave)
  editor.on('transaction', onTransaction)
  editor.on('focus', onFocus)
  editor.on('blur', onFocus)
  if (pointer) onMove(pointer)
  else show()
  return () => {
    cancelAnimationFrame(frame)
    sheet.removeEventListener('pointermove', onMove)
    sheet.removeEventListener('pointerleave', onLeave)
    editor.off('transaction', onTransaction)
    editor.off('focus', onFocus)
    editor.off('blur', onFocus)
  }
}

function isInHandle(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.handle') !== null
}

function mapped(range: BlockRange | null, { mapping, doc }: Transaction): BlockRange | null {
  if (!range) return null
  const [from, to] = [mapping.map(range.from, 1), mapping.map(range.to, -1)]
  return from < to && doc.nodeAt(from) ? { from, to } : null
}

/** How far beside the text its blocks are still hovered. */
const besidePx = 72

function blockUnder(view: EditorView, x: number, y: number): BlockRange | null {
  const { left, right, top, bottom } = view.dom.getBoundingClientRect()
  if (x < left - besidePx || x > right + besidePx || y < top || y > bottom) return null
  const found = view.posAtCoords({ left: Math.min(Math.max(x, left + 2), right - 2), top: y })
  if (!found) return null
  const block = blockAt(view.state.doc.resolve(found.pos))
  const element = block && view.nodeDOM(block.from)
  // below the last line there is none
  return element instanceof HTMLElement && y <= element.getBoundingClientRect().bottom + 8 ? block : null
}
