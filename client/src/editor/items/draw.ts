import type { Node } from '@tiptap/pm/model'
import { Decoration } from '@tiptap/pm/view'
import type { Reading } from '@minutebook/shared/meeting'
import { remembered } from '@minutebook/shared/schema'
import { nodeFinder, positionAt } from '../document.ts'
import { frontRem, saidJointRem, todoJointRem, words } from './chips.ts'
import { drawTodo, hiddenWords } from './draw-todo.ts'
import type { Drawable } from './drawing.ts'
import { frontElement } from './elements.ts'
import type { Items, PlacedReading } from './reading-state.ts'

const line = { kind: 'line' }
const box = { kind: 'box' }

/** All that is to be drawn over the words of the note. */
export function drawables(doc: Node, items: Items): Drawable[] {
  return [...items.placed.map((placed) => itemDrawable(placed, items)), ...boxDrawables(doc, items)]
}

function itemDrawable(placed: PlacedReading, items: Items): Drawable {
  const { paragraph: node, at, reading } = placed
  const looks = `${items.look} ${looksOf(reading)} ${caretLooks(placed, items.caret)}`
  return { kind: 'line', node, at, looks, draw: () => drawItem(placed, items) }
}

function drawItem(placed: PlacedReading, items: Items): Decoration[] {
  switch (placed.reading.kind) {
    case 'todo':
      return drawTodo(placed, items)
    case 'decision':
      return drawDecision(placed, items)
    case 'speaker':
      return drawSpeaker(placed, items)
  }
  return placed.reading.kind satisfies never
}

/** What a reading adds to the words of its line, which are the same while the node is the same. */
const looksOf = remembered(({ kind, done, textFrom, ownersFrom, owners, due, marker }: Reading): string => {
  const labels = owners.map(({ label, from, to }) => `${label} ${from} ${to}`)
  return [kind, done, textFrom, ownersFrom, ...labels, due?.date, due?.from, due?.to, marker?.to].join()
})

/** Where the caret is, as far as words are drawn otherwise for it. */
function caretLooks(placed: PlacedReading, caret: number | null): string {
  if (caret === null) return ''
  const offset = caret - placed.at - 1
  if (offset < 0 || offset > placed.paragraph.content.size) return ''
  const hidden = hiddenWords(placed)
  if (hidden && hidden.from < caret && caret <= hidden.to) return 'due'
  return offset <= placed.reading.textFrom ? String(offset) : ''
}

function drawDecision(placed: PlacedReading, items: Items): Decoration[] {
  const { at, paragraph } = placed
  return [
    Decoration.node(at, at + paragraph.nodeSize, { class: 'decision' }, line),
    ...words(placed, items, 'owner', todoJointRem),
  ]
}

function drawSpeaker(placed: PlacedReading, items: Items): Decoration[] {
  const { at, paragraph, reading } = placed
  const style = `--lead: ${frontRem(reading, saidJointRem).toFixed(3)}rem`
  return [
    Decoration.node(at, at + paragraph.nodeSize, { class: 'said', style }, line),
    ...words(placed, items, 'speaker', saidJointRem),
  ]
}

/** The boxes of list items that have one but are no TODO, such as who was there; those of the agenda are drawn by it. */
function boxDrawables(doc: Node, { placed, agenda }: Items): Drawable[] {
  const drawn = new Set<number | null>([
    ...placed.filter(({ reading }) => reading.kind === 'todo' && reading.box).map(({ at }) => at),
    ...agenda.map(({ path }) => positionAt(doc, path)),
  ])
  return boxesIn(doc)
    .filter(({ at }) => !drawn.has(at + 1))
    .map(({ node, at }) => ({ kind: 'box', node, at, looks: '', draw: () => drawBox(node, at) }))
}

const boxesIn = nodeFinder(({ type, attrs }) => type.name === 'listItem' && attrs['checked'] !== null)

function drawBox(node: Node, at: number): Decoration[] {
  const isTicked = node.attrs['checked'] === true
  const inLine = node.firstChild?.isTextblock === true ? 2 : 1
  return [
    Decoration.node(at, at + node.nodeSize, { class: 'boxed' }, box),
    Decoration.widget(at + inLine, () => frontElement(isTicked, [], null), {
      ...box,
      key: `box-${isTicked}`,
      side: -2,
      ignoreSelection: true,
    }),
  ]
}
