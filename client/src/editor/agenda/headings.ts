import type { Node, Schema } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { closeStep } from '../clipboard/step.ts'
import { positionAt } from '../document.ts'
import { itemsOf } from '../items/items.ts'
import { nodeType } from '../node-types.ts'
import type { PlacedPoint } from './draw.ts'
import { planHeadings, type PlannedHeading } from './plan-headings.ts'
import { viewOf } from './state.ts'

/** Makes the headings that the agenda lacks, as one step of undo, and goes to the first of them. Gives how many. */
export function makeHeadings(view: EditorView): number {
  const { state } = view
  const { placed, points } = viewOf(state)
  const planned = planHeadings(itemsOf(state).body, points)
  const { tr, schema } = state
  let first: number | null = null
  for (const each of planned) {
    const own = placed.find(({ point }) => point === each.item)
    const heading = nodeType(schema, 'heading').create({ level: each.level }, wordsFor(schema, each, own))
    const at = tr.mapping.map(positionAt(state.doc, [each.before]) ?? state.doc.content.size)
    tr.insert(at, heading)
    first ??= at + heading.nodeSize - 1
  }
  if (first === null) return 0
  closeStep(state)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, first)).scrollIntoView())
  closeStep(view.state)
  view.focus()
  return planned.length
}

function wordsFor(schema: Schema, { sign, item }: PlannedHeading, placed: PlacedPoint | undefined): Node[] {
  const words = item === null ? [schema.text('Discussions')] : placed ? namedBy(placed) : []
  return sign === '' ? words : [schema.text(sign), ...words]
}

/** The words that name a point, with their marks. */
function namedBy({ node, point: { minutesAt } }: PlacedPoint): Node[] {
  const paragraph = node.firstChild
  if (!paragraph) return []
  const text = paragraph.textBetween(0, paragraph.content.size, undefined, '\uFFFC')
  const end = text.includes('\n') ? text.indexOf('\n') : text.length
  const content = minutesAt
    ? paragraph.content.cut(0, minutesAt.from).append(paragraph.content.cut(minutesAt.to, end))
    : paragraph.content.cut(0, end)
  const words = content.content.filter((part) => part.isText)
  return words.flatMap((part, index) => {
    let own = part.text ?? ''
    if (index === 0) own = own.trimStart()
    if (index === words.length - 1) own = own.trimEnd()
    return own === '' ? [] : [part.type.schema.text(own, part.marks)]
  })
}
