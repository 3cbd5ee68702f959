import type { Node } from '@tiptap/pm/model'
import { Decoration } from '@tiptap/pm/view'
import { drawBoxes, drawTodo } from './draw-todo.ts'
import { frontRem, saidJointRem, todoJointRem, words } from './chips.ts'
import { findEmoji } from './emoji.ts'
import type { Items, PlacedReading } from './items.ts'

/** All that is drawn over the words of the note. */
export function drawItems(doc: Node, items: Items): Decoration[] {
  const decorations: Decoration[] = []
  for (const placed of items.placed) {
    switch (placed.reading.kind) {
      case 'todo':
        decorations.push(...drawTodo(placed, items))
        break
      case 'decision':
        decorations.push(...drawDecision(placed, items))
        break
      case 'speaker':
        decorations.push(...drawSpeaker(placed, items))
    }
  }
  decorations.push(...drawBoxes(doc, items), ...drawEmoji(doc, items))
  return decorations
}

function drawDecision(placed: PlacedReading, items: Items): Decoration[] {
  const { at, paragraph } = placed
  return [
    Decoration.node(at, at + paragraph.nodeSize, { class: 'decision' }),
    ...words(placed, items, 'owner', todoJointRem),
  ]
}

function drawSpeaker(placed: PlacedReading, items: Items): Decoration[] {
  const { at, paragraph, reading } = placed
  return [
    Decoration.node(at, at + paragraph.nodeSize, {
      class: 'said',
      style: `--lead: ${frontRem(reading, saidJointRem).toFixed(3)}rem`,
    }),
    ...words(placed, items, 'speaker', saidJointRem),
  ]
}

function drawEmoji(doc: Node, { caret }: Items): Decoration[] {
  const decorations: Decoration[] = []
  doc.forEach((block, position) => {
    if (block.type.name !== 'heading') return
    for (const { from, to, emoji } of findEmoji(block.textContent)) {
      const start = position + 1 + from
      const end = position + 1 + to
      if (caret !== null && start < caret && caret <= end) continue
      decorations.push(Decoration.inline(start, end, { class: 'emoji', 'data-emoji': emoji }))
    }
  })
  return decorations
}
