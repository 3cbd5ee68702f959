import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { whenIdle } from '../../ui/when-idle.ts'
import { itemsOf, readingAt } from '../items/items.ts'
import { drawLate, offersKey } from '../late-marks.ts'
import { isLocalEdit } from '../local.ts'
import { drawOffers } from './acts.ts'
import { mendMarks } from './mend.ts'
import './offers.css'

/** How long nobody types here before lines are looked at, and the longest that they wait for that. */
const pauseMs = 400
const mostMs = 3000

/** So many times as long as it took to look at them, they wait: a long note is looked at less often. */
const share = 40

/**
 * Marks the lines that offer a TODO, when the page has nothing else to do. Gives what ends it.
 */
export function followOffers(editor: Editor): () => void {
  const { view } = editor
  let seen: unknown[] = []
  let waits: { since: number; stop: () => void } | null = null
  let waitMs = pauseMs
  const look = () => {
    waits?.stop()
    waits = null
    const began = performance.now()
    seen = seenIn(view)
    drawOffers(view)
    waitMs = Math.max(pauseMs, share * (performance.now() - began))
  }
  const onTransaction = ({ transaction }: { transaction: Transaction }) => {
    if (seenIn(view).every((part, index) => part === seen[index])) return
    if (hasTaken(view)) return look()
    const now = performance.now()
    if (waits && (!isLocalEdit([transaction]) || now - waits.since > mostMs)) return undefined
    waits?.stop()
    waits = { since: waits?.since ?? now, stop: whenQuiet(waitMs, look) }
    return undefined
  }
  look()
  editor.on('transaction', onTransaction)
  const stopMending = followMerges(editor)
  return () => {
    waits?.stop()
    stopMending()
    editor.off('transaction', onTransaction)
    if (!editor.isDestroyed) drawLate(view, offersKey, { drawn: DecorationSet.empty })
  }
}

/** All that the offers of a note are read from. */
function seenIn(view: EditorView): unknown[] {
  const { body, context } = itemsOf(view.state)
  return [body, context]
}

/** Whether a marked line has become a TODO, or is gone: its mark goes at once. */
function hasTaken({ state }: EditorView): boolean {
  const marks = offersKey.getState(state)?.drawn.find() ?? []
  return marks.some(({ from }) => readingAt(state, from + 1)?.reading.kind === 'todo')
}

function whenQuiet(waitMs: number, run: () => void): () => void {
  let callOff: (() => void) | null = null
  const timer = setTimeout(() => (callOff = whenIdle(run)), waitMs)
  return () => {
    clearTimeout(timer)
    callOff?.()
  }
}

/** Mends what two people do to one line at the same time, whenever edits of others come. */
function followMerges({ view }: Editor): () => void {
  const doc: Y.Doc | undefined = ySyncPluginKey.getState(view.state)?.doc
  if (!doc) return () => {}
  const mend = (transaction: Y.Transaction) => {
    if (transaction.local) return
    const texts = [...transaction.changed.keys()]
    queueMicrotask(() => {
      if (!view.isDestroyed && view.editable) mendMarks(doc, texts) // when the text is drawn as it now is
    })
  }
  if (view.editable) mendMarks(doc)
  doc.on('afterTransaction', mend)
  return () => doc.off('afterTransaction', mend)
}
