import type { Command, EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { discussionsOf } from '@minutebook/shared/meeting'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { withAgendaCode } from '../agenda/code.ts'
import { toggleCode } from '../blocks/code.ts'
import { itemDepth, liftItem, toggleList } from '../blocks/lists.ts'
import { toggleQuote } from '../blocks/quote.ts'
import { addColumn, addRow, cellOf, deleteColumn, deleteRow, deleteTable, insertTable } from '../blocks/table.ts'
import { insertRule, toggleHeading, toParagraph } from '../blocks/text.ts'
import { insertImages } from '../images/choose.ts'
import { makeDecision, makeTodo, openDue } from '../items/commands.ts'
import { itemsOf, readingAt } from '../items/items.ts'
import type { Choice } from './trigger.ts'

interface Entry {
  group: 'Meeting' | 'Text' | 'Table'
  label: string
  /** other words for it */
  words: string
  icon: IconName
  detail?: string
  keys?: string
  run: Command
  isOffered?: (state: EditorState) => boolean
}

const inTable = (state: EditorState) => cellOf(state.selection.$from) !== null
const outsideTable = (state: EditorState) => !inTable(state)
const inTodo = (state: EditorState) => readingAt(state, state.selection.head)?.reading.kind === 'todo'

const lacksHeadings = (state: EditorState) => {
  const { agenda, outline } = itemsOf(state)
  return discussionsOf(agenda, outline).size < agenda.length
}

/** Whether the caret is in a paragraph that is in nothing else. */
const isPlain = ({ selection: { $from } }: EditorState) => $from.depth === 1 && $from.parent.type.name === 'paragraph'

/** Takes the line out of what it is in, or makes it a paragraph. */
const makePlain: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  if ($from.parent.type.name !== 'paragraph') return toParagraph(state, dispatch)
  return itemDepth($from) > 0 ? liftItem(state, dispatch, view) : toggleQuote(state, dispatch, view)
}

const headingsForAgenda: Command = (_state, _dispatch, view) => {
  if (view) withAgendaCode((code) => code.makeHeadings(view))
  return view !== undefined
}

/** What `/` offers, in order. */
const entries: Entry[] = [
  {
    group: 'Meeting',
    label: 'TODO',
    words: 'task action item check box',
    icon: 'check-square',
    detail: 'Something to do, with an owner',
    keys: '[]',
    run: makeTodo,
    isOffered: outsideTable,
  },
  {
    group: 'Meeting',
    label: 'Decision',
    words: 'agreed resolved resolution',
    icon: 'diamond',
    detail: 'Agreed, and kept in the log',
    keys: '=>',
    run: makeDecision,
    isOffered: outsideTable,
  },
  {
    group: 'Meeting',
    label: 'Due date',
    words: 'deadline until by day',
    icon: 'calendar',
    detail: 'By when it is to be done',
    run: openDue,
    isOffered: inTodo,
  },
  {
    group: 'Meeting',
    label: 'Headings for the agenda',
    words: 'discussions topics items',
    icon: 'target',
    detail: 'One for each item without',
    run: headingsForAgenda,
    isOffered: (state) => outsideTable(state) && lacksHeadings(state),
  },
  { group: 'Table', label: 'Row below', words: 'add insert', icon: 'plus', run: addRow, isOffered: inTable },
  { group: 'Table', label: 'Column after', words: 'add insert', icon: 'plus', run: addColumn, isOffered: inTable },
  { group: 'Table', label: 'Delete row', words: 'remove', icon: 'minus', run: deleteRow, isOffered: inTable },
  { group: 'Table', label: 'Delete column', words: 'remove', icon: 'minus', run: deleteColumn, isOffered: inTable },
  { group: 'Table', label: 'Delete table', words: 'remove', icon: 'trash', run: deleteTable, isOffered: inTable },
  {
    group: 'Text',
    label: 'Text',
    words: 'plain paragraph',
    icon: 'text',
    run: makePlain,
    isOffered: (state) => outsideTable(state) && !isPlain(state),
  },
  {
    group: 'Text',
    label: 'Heading 1',
    words: 'title h1',
    icon: 'heading',
    keys: '#',
    run: toggleHeading(1),
    isOffered: outsideTable,
  },
  {
    group: 'Text',
    label: 'Heading 2',
    words: 'section h2',
    icon: 'heading',
    keys: '##',
    run: toggleHeading(2),
    isOffered: outsideTable,
  },
  {
    group: 'Text',
    label: 'Heading 3',
    words: 'topic h3',
    icon: 'heading',
    keys: '###',
    run: toggleHeading(3),
    isOffered: outsideTable,
  },
  {
    group: 'Text',
    label: 'Bullet list',
    words: 'unordered ul',
    icon: 'list',
    keys: '-',
    run: toggleList('bullet'),
    isOffered: outsideTable,
  },
  {
    group: 'Text',
    label: 'Numbered list',
    words: 'ordered ol',
    icon: 'hash',
    keys: '1.',
    run: toggleList('ordered'),
    isOffered: outsideTable,
  },
  {
    group: 'Text',
    label: 'Quote',
    words: 'blockquote citation',
    icon: 'message',
    keys: '>',
    run: toggleQuote,
    isOffered: outsideTable,
  },
  {
    group: 'Text',
    label: 'Divider',
    words: 'rule line hr',
    icon: 'minus',
    keys: '---',
    run: insertRule,
    isOffered: outsideTable,
  },
  {
    group: 'Text',
    label: 'Code block',
    words: 'source pre fence',
    icon: 'code',
    keys: '```',
    run: toggleCode,
    isOffered: outsideTable,
  },
  {
    group: 'Text',
    label: 'Image',
    words: 'picture photo screenshot upload figure',
    icon: 'image',
    run: insertImages,
    isOffered: outsideTable,
  },
  {
    group: 'Text',
    label: 'Table',
    words: 'grid columns rows',
    icon: 'table',
    run: insertTable,
    isOffered: outsideTable,
  },
]

/** What `/query` offers here: within each group, what begins like the query stands first. */
export function slashChoices(query: string, state: EditorState): Choice[] {
  const wanted = query.toLowerCase()
  const offered = entries
    .filter((entry) => entry.isOffered?.(state) ?? true)
    .map((entry) => ({ entry, rank: rankOf(entry, wanted) }))
    .filter(({ rank }) => rank < notFound)
  const groups = [...new Set(offered.map(({ entry }) => entry.group))]
  return groups.flatMap((group) =>
    offered
      .filter(({ entry }) => entry.group === group)
      .sort((a, b) => a.rank - b.rank)
      .map(({ entry }) => ({
        group,
        label: entry.label,
        icon: entry.icon,
        ...(entry.detail === undefined ? {} : { detail: entry.detail }),
        ...(entry.keys === undefined ? {} : { keys: entry.keys }),
        choose: (view: EditorView, range: { from: number; to: number }) => runInPlace(view, range, entry.run),
      })),
  )
}

const notFound = 4

function rankOf({ label, words }: Entry, wanted: string): number {
  const name = label.toLowerCase()
  if (name.startsWith(wanted)) return 0
  if (wanted.includes(' ')) return notFound // a sentence goes on
  if (name.replaceAll(' ', '').startsWith(wanted)) return 1
  const all = `${name} ${words}`
  if (all.split(' ').some((word) => word.startsWith(wanted))) return 2
  return all.includes(wanted) ? 3 : notFound
}

function runInPlace(view: EditorView, { from, to }: { from: number; to: number }, run: Command): void {
  view.dispatch(view.state.tr.delete(from, to))
  run(view.state, view.dispatch, view)
  view.focus()
}
