import type { Editor } from '@tiptap/core'
import type { Command, EditorState } from '@tiptap/pm/state'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { isDecision } from '../blocks/block-kind.ts'
import { itemDepth, liftItem, sinkItem, toggleList } from '../blocks/lists.ts'
import { cellOf } from '../blocks/table.ts'
import { toggleHeading, toParagraph } from '../blocks/text.ts'
import { closeStep } from '../clipboard/step.ts'
import { makeDecision, makeTodo } from '../items/commands.ts'
import { readingAt } from '../items/items.ts'
import { toggleTextMark } from '../marks/marks.ts'

/** What a press in the bar does to the line of the caret. */
export interface Tool {
  label: string
  icon: IconName
  hasWords?: true
  run: (editor: Editor) => void
  /** whether the line has it already; without, it is nothing that a line has */
  isOn?: (editor: Editor) => boolean
  isOffered: (editor: Editor) => boolean
}

const boxOf = ({ selection: { $from } }: EditorState) => $from.node(itemDepth($from)).attrs['checked'] as unknown
const isTask = (state: EditorState) => itemDepth(state.selection.$from) > 0 && boxOf(state) !== null
const lineOf = (state: EditorState) => readingAt(state, state.selection.head)
const isTodo = (state: EditorState) => isTask(state) || lineOf(state)?.reading.kind === 'todo'
const isItem = (state: EditorState) => itemDepth(state.selection.$from) > 0 && boxOf(state) === null
const isHeading = ({ selection: { $from } }: EditorState) => $from.parent.type.name === 'heading'

/** Without a box, a line that is a TODO by its words or its place is set down as plain. */
const toggleTodo: Command = (state, dispatch, view) => {
  if (isTask(state)) return liftItem(state, dispatch, view)
  const line = lineOf(state)
  if (line?.reading.kind !== 'todo') return makeTodo(state, dispatch, view)
  dispatch?.(state.tr.setNodeAttribute(line.at, 'plain', true))
  return true
}

const toggleDecision: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  if (!isDecision($from.parent)) return makeDecision(state, dispatch, view)
  const [marker = ''] = /^decision:\s*/i.exec($from.parent.textContent) ?? []
  dispatch?.(state.tr.delete($from.start(), $from.start() + marker.length).scrollIntoView())
  return true
}

/** A section, then a topic in it, then text again. */
const nextHeading: Command = (state, dispatch) => {
  const level: unknown = isHeading(state) ? state.selection.$from.parent.attrs['level'] : null
  if (level === 2) return toggleHeading(3)(state, dispatch)
  return (level === null || level === 1 ? toggleHeading(2) : toParagraph)(state, dispatch)
}

/** Types the sign that asks for a person, apart from the word before. */
const askForPerson: Command = (state, dispatch) => {
  const { $from, from, to } = state.selection
  if (!$from.parent.inlineContent || $from.parent.type.spec.code) return false
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC')
  dispatch?.(state.tr.insertText(/(?:^|[\s(])$/.test(before) ? '@' : ' @', from, to).scrollIntoView())
  return true
}

const outsideTable =
  (command: Command): Command =>
  (state, ...rest) =>
    cellOf(state.selection.$from) === null && command(state, ...rest)

function byCommand(command: Command): Pick<Tool, 'run' | 'isOffered'> {
  return {
    run: ({ state, view }) => {
      closeStep(state)
      command(state, view.dispatch, view)
    },
    isOffered: ({ state }) => command(state),
  }
}

/** The undo of this person, and what it could take back and bring back. */
export const undoOf = ({ state }: Editor) => yUndoPluginKey.getState(state)?.undoManager ?? null

/** The tools in order; those that are used most stand first. */
export const tools: readonly Tool[] = [
  {
    label: 'TODO',
    icon: 'check-square',
    hasWords: true,
    isOn: ({ state }) => isTodo(state),
    ...byCommand(outsideTable(toggleTodo)),
  },
  {
    label: 'Decision',
    icon: 'diamond',
    hasWords: true,
    isOn: ({ state }) => isDecision(state.selection.$from.parent),
    ...byCommand(outsideTable(toggleDecision)),
  },
  { label: 'Person', icon: 'at', ...byCommand(askForPerson) },
  {
    label: 'Heading',
    icon: 'heading',
    isOn: ({ state }) => isHeading(state),
    ...byCommand(outsideTable(nextHeading)),
  },
  {
    label: 'List',
    icon: 'list',
    isOn: ({ state }) => isItem(state),
    ...byCommand(outsideTable(toggleList('bullet'))),
  },
  { label: 'Outdent', icon: 'outdent', ...byCommand(liftItem) },
  { label: 'Indent', icon: 'indent', ...byCommand(sinkItem) },
  {
    label: 'Bold',
    icon: 'bold',
    isOn: (editor) => editor.isActive('bold'),
    ...byCommand(toggleTextMark('bold')),
  },
  {
    label: 'Undo',
    icon: 'undo',
    run: (editor) => editor.commands.undo(),
    isOffered: (editor) => (undoOf(editor)?.undoStack.length ?? 0) > 0,
  },
  {
    label: 'Redo',
    icon: 'redo',
    run: (editor) => editor.commands.redo(),
    isOffered: (editor) => (undoOf(editor)?.redoStack.length ?? 0) > 0,
  },
]

export type Standing = 'on' | 'off' | 'free'

/** Of each tool, in order: whether the line has it, it can do nothing here, or it can be pressed. */
export function standings(editor: Editor): Standing[] {
  return tools.map(({ isOn, isOffered }) => {
    if (!isOffered(editor)) return 'off'
    return isOn?.(editor) === true ? 'on' : 'free'
  })
}
