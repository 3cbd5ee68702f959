import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { AgendaMarks, AgendaPoint, Reading } from '@minutebook/shared/meeting'
import type { Path } from '@minutebook/shared/schema'
import { withAgendaCode } from './agenda/code.ts'
import { followAgenda } from './agenda/follow.ts'
import { viewOf } from './agenda/state.ts'
import type { Place } from './clipboard/insert.ts'
import type { OnHeader } from './clipboard/late-markdown.ts'
import { closeStep } from './clipboard/step.ts'
import { hasText, pathOf, positionAt, samePath } from './document.ts'
import { askForFind } from './find/find-state.ts'
import { uploadsOf } from './images/places.ts'
import { itemsOf } from './items/items.ts'
import { nodeType } from './node-types.ts'
import { goToBlock, goToCaret } from './remote/go.ts'

/** What the page can ask of the editor. */
export interface EditorHandle {
  /** for parts of the page that come late */
  view: () => EditorView
  /** for those that are drawn anew with the text */
  editor: Editor
  /** puts the caret where it was, or at the start */
  focus: () => void
  /** shows the block at `path` and puts the caret there; gives its element, null where there is none */
  scrollTo: (path: Path) => HTMLElement | null
  /** Tells the path of the text block that holds the caret, now and whenever it is another; gives what ends it. */
  followCaret: (tell: (path: Path) => void) => () => void
  /** what the note's lines are, as of now */
  readings: () => Reading[]
  /**
   * Puts the texts of Markdown files into the note as blocks, one step of undo: beside the block at a point of the
   * window, without one below the block of the caret.
   */
  insertFiles: (texts: readonly string[], at: { x: number; y: number } | null, onHeader: OnHeader) => Promise<void>
  /** scrolls to the caret of somebody, or to where it was last; false where there is no such place, see `goToCaret` */
  goToCaret: (clients: readonly number[], last: unknown, how: 'flash' | 'follow') => boolean
  /** brings a block, by its index in the body, to the top of the sheet */
  goToBlock: (index: number) => void
  /** Tells the agenda now and whenever something of it changes; gives what ends it. */
  followAgenda: (tell: (points: readonly AgendaPoint[]) => void) => () => void
  /** what people did to the agenda, as of now */
  agendaMarks: () => AgendaMarks
  /** ticks the present point of the agenda and goes on to the next one; begins with the first */
  moveOn: () => void
  /** goes on with a point of the agenda, also out of order */
  startPoint: (point: AgendaPoint) => void
  /** makes headings for the points of the agenda that have none */
  makeHeadings: () => void
  /** Adds images to the note: at a point of the window, without one at the caret. */
  insertImages: (files: readonly File[], at: { x: number; y: number } | null) => void
  /** opens the menu of what can be inserted, in the caret's line where that is empty, else in a new one below it */
  openInsert: () => void
  /** opens the bar that finds words in the note */
  openFind: () => void
}

export function handleOf(editor: Editor): EditorHandle {
  const inNewLine = (command: Command) => {
    editor.commands.focus()
    openLine(editor.state, editor.view.dispatch)
    command(editor.state, editor.view.dispatch, editor.view)
  }
  return {
    view: () => editor.view,
    editor,
    focus: () => {
      editor.commands.focus()
    },
    scrollTo(path) {
      const position = positionAt(editor.state.doc, path)
      if (position === null) return null
      const node = editor.view.nodeDOM(position)
      const element = node instanceof HTMLElement ? node : null
      element?.scrollIntoView({ block: 'center' })
      editor.commands.focus(position + 1, { scrollIntoView: false })
      return element
    },
    followCaret(tell) {
      let told: Path | null = null
      const check = () => {
        const path = pathOf(editor.state.selection.$head)
        if (told && samePath(told, path)) return
        told = path
        tell(path)
      }
      check()
      editor.on('transaction', check)
      return () => {
        editor.off('transaction', check)
      }
    },
    goToCaret: (clients, last, how) => goToCaret(editor.view, clients, last, how),
    goToBlock: (index) => goToBlock(editor.view, index),
    followAgenda: (tell) => followAgenda(editor, tell),
    agendaMarks: () => viewOf(editor.state).marks,
    moveOn: () => withAgendaCode((code) => code.moveOn(editor.state)),
    startPoint: (point) => withAgendaCode((code) => code.startPoint(editor.state, point)),
    makeHeadings: () => withAgendaCode((code) => code.makeHeadings(editor.view)),
    readings: () => itemsOf(editor.state).readings,
    async insertFiles(texts, at, onHeader) {
      const [{ insertFiles }, { splitText }] = await Promise.all([
        import('./clipboard/insert.ts'),
        import('./clipboard/split-text.ts'),
      ])
      const [only, ...others] = texts
      const parts = only !== undefined && others.length === 0 ? splitText(only) : null
      if (parts?.header != null) onHeader(parts.header, hasText(editor.state.doc))
      const place = at ? placeAt(editor.view, at) : { position: editor.state.selection.to, side: 'after' as const }
      const tr = insertFiles(editor.state, parts ? [parts.body] : texts, place)
      if (!tr) return
      closeStep(editor.state)
      editor.view.dispatch(tr)
      editor.commands.focus(null, { scrollIntoView: false })
    },
    openFind: () => editor.view.dispatch(askForFind(editor.state.tr)),
    insertImages(files, at) {
      const found = at && editor.view.posAtCoords({ left: at.x, top: at.y })
      const position = found?.pos ?? editor.state.selection.to
      uploadsOf(editor.state)?.add(files, position)
      if (found) editor.commands.setTextSelection(position)
      editor.commands.focus(null, { scrollIntoView: false })
    },
    openInsert: () =>
      inNewLine((state, dispatch) => {
        dispatch?.(state.tr.insertText('/').scrollIntoView())
        return true
      }),
  }
}

/** The block at a point: before it where the point is in its upper half. Below the text it is the last one. */
function placeAt(view: EditorView, { x, y }: { x: number; y: number }): Place {
  const end: Place = { position: view.state.doc.content.size, side: 'after' }
  const found = view.posAtCoords({ left: x, top: y })
  if (!found) return end
  const $at = view.state.doc.resolve(found.pos)
  const element = view.nodeDOM($at.depth > 0 ? $at.before(1) : $at.pos)
  if (!(element instanceof HTMLElement)) return { position: found.pos, side: 'after' }
  const { top, height } = element.getBoundingClientRect()
  return { position: found.pos, side: y < top + height / 2 ? 'before' : 'after' }
}

/** Goes to an empty paragraph: the caret's, else a new one below its block. */
const openLine: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.depth === 0) return false
  const isEmpty = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  if (isEmpty) return true
  const after = $from.after(1)
  const tr = state.tr.insert(after, nodeType(state.schema, 'paragraph').create())
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
  return true
}
