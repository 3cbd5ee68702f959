import type { Node } from '@tiptap/pm/model'
import { PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { DecorationSet } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { readAgendaMarks } from '@minutebook/shared/doc'
import { agendaState, type AgendaMarks, type AgendaPoint } from '@minutebook/shared/meeting'
import { positionAt } from '../document.ts'
import { itemsOf } from '../items/items.ts'
import { drawPoint, isMinutesTouched, type CaretIn, type PlacedPoint } from './draw.ts'

/** What the changes of the agenda need besides the text. */
export interface AgendaSource {
  doc: Y.Doc
  /** the time of a change, in ISO form */
  now: () => string
}

/** The agenda as the text and the live state of the meeting say it, and what is drawn of it. */
export interface AgendaView {
  points: readonly AgendaPoint[]
  marks: AgendaMarks
  placed: readonly PlacedPoint[]
  /** where the caret is, by points */
  carets: readonly CaretIn[]
  drawn: DecorationSet
  source: AgendaSource
}

export const agendaKey = new PluginKey<AgendaView>('agenda')

/** What is known of the agenda. @throws if the editor was built without it */
export function viewOf(state: EditorState): AgendaView {
  const view = agendaKey.getState(state)
  if (!view) throw new Error('this editor has no agenda')
  return view
}

/** The agenda of the note now: the same object while nothing of it changes. */
export function agendaOf(state: EditorState): readonly AgendaPoint[] {
  return viewOf(state).points
}

/** The point whose first line holds the position. */
export function pointAt(state: EditorState, position: number): PlacedPoint | undefined {
  return viewOf(state).placed.find((placed) => isInLine(placed, position))
}

function isInLine({ at, node }: PlacedPoint, position: number): boolean {
  return at + 1 < position && position < at + 1 + (node.firstChild?.nodeSize ?? 0)
}

/** Reads and draws the agenda anew. */
export function readView(state: EditorState, source: AgendaSource): AgendaView {
  const marks = readAgendaMarks(source.doc)
  return draw(state, { source, marks, points: agendaState(itemsOf(state).agenda, marks) })
}

function draw(state: EditorState, read: Pick<AgendaView, 'source' | 'marks' | 'points'>): AgendaView {
  const { source, marks, points } = read
  const placed = points.flatMap((point) => place(state.doc, point))
  const carets = caretsIn(placed, itemsOf(state).caret)
  const decorations = placed.flatMap((each, index) => drawPoint(each, carets[index] ?? null))
  return { source, points, marks, placed, carets, drawn: DecorationSet.create(state.doc, decorations) }
}

/** The agenda after a transaction. What an edit elsewhere leaves alone stays drawn as it is. */
export function nextView(state: EditorState, tr: Transaction, before: AgendaView): AgendaView {
  const { agenda, caret } = itemsOf(state)
  if (!tr.docChanged) {
    return isSameRow(caretsIn(before.placed, caret), before.carets) ? before : draw(state, before)
  }
  const points = agendaState(agenda, before.marks)
  const isSame =
    points.length === before.points.length && points.every((each, index) => isAlike(each, before.points[index]))
  if (!isSame) return draw(state, { ...before, points })
  const placed = before.points.flatMap((point) => place(state.doc, point))
  const isStill =
    isSameRow(caretsIn(placed, caret), before.carets) &&
    placed.every((each, index) => hasStayed(before.placed[index], each, tr))
  if (!isStill) return draw(state, before)
  return { ...before, placed, drawn: before.drawn.map(tr.mapping, state.doc) }
}

function caretsIn(placed: readonly PlacedPoint[], caret: number | null): CaretIn[] {
  return placed.map((each) => {
    if (isMinutesTouched(each, caret)) return 'minutes'
    return caret !== null && isInLine(each, caret) ? 'words' : null
  })
}

function isSameRow(a: readonly CaretIn[], b: readonly CaretIn[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index])
}

function place(doc: Node, point: AgendaPoint): PlacedPoint[] {
  const at = positionAt(doc, point.item)
  const node = at === null ? null : doc.nodeAt(at)
  return at === null || !node ? [] : [{ point, at, node }]
}

function isAlike(a: AgendaPoint, b: AgendaPoint | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function hasStayed(before: PlacedPoint | undefined, now: PlacedPoint, tr: Transaction): boolean {
  if (before?.node !== now.node) return false
  const { pos, deletedAfter } = tr.mapping.mapResult(before.at, 1)
  return pos === now.at && !deletedAfter
}
