import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { ItemReader, readAgenda, readOutline, type Reading } from '@minutebook/shared/meeting'
import type { Path } from '@minutebook/shared/schema'
import { plain } from '../document.ts'
import { facesOf, type ItemContext } from './context.ts'
import { drawables } from './draw.ts'
import { redraw } from './drawing.ts'
import type { Items, PlacedReading } from './reading-state.ts'

const key = new PluginKey<Items>('items')

/**
 * What the lines of the note are.
 *
 * @throws if the editor was built without its items
 */
export function itemsOf(state: EditorState): Items {
  const items = key.getState(state)
  if (!items) throw new Error('this editor reads no items')
  return items
}

/** Tells the editor that the people, the day or the date have changed. */
export function withContext(tr: Transaction, context: ItemContext): Transaction {
  return tr.setMeta(key, context).setMeta('addToHistory', false)
}

/** The reading whose paragraph holds the position, or `undefined`. */
export function readingAt(state: EditorState, position: number): PlacedReading | undefined {
  return itemsOf(state).placed.find(({ at, paragraph }) => at < position && position < at + paragraph.nodeSize)
}

/** Reads TODOs, decisions and speakers from the words, and draws them. It never changes the document by itself. */
export const ItemReadings = Extension.create<{ context: ItemContext }>({
  name: 'items',
  priority: 1100, // others ask for items while a state is being made, so they are made first
  addProseMirrorPlugins() {
    const { context } = this.options
    return [
      new Plugin<Items>({
        key,
        state: {
          init: (_config, state) => read(state.doc, context, { caret: null, hasFocus: false }, null, new Mapping()),
          apply(tr, items, _before, state) {
            const next: ItemContext | undefined = tr.getMeta(key)
            const hasFocus = tr.getMeta('focus') ? true : tr.getMeta('blur') ? false : items.hasFocus
            const caret = hasFocus && state.selection.empty ? state.selection.head : null
            if (tr.docChanged || next) {
              return read(state.doc, next ?? items.context, { caret, hasFocus }, items, tr.mapping)
            }
            if (caret === items.caret) return items.hasFocus === hasFocus ? items : { ...items, hasFocus }
            return drawn({ ...items, caret, hasFocus }, state.doc, items, tr.mapping)
          },
        },
        props: { decorations: (state) => key.getState(state)?.drawing?.set },
      }),
    ]
  },
})

function read(
  doc: Node,
  context: ItemContext,
  place: Pick<Items, 'caret' | 'hasFocus'>,
  before: Items | null,
  mapping: Mapping,
): Items {
  const body = plain(doc)
  const isAlike = before !== null && readsAlike(before.context, context)
  const isSame = isAlike && before.body === body
  const reader = isAlike ? before.reader : new ItemReader(context.day, context)
  const readings = isSame ? before.readings : reader.read(body)
  const looksSame = before?.context === context
  const items: Items = {
    ...place,
    context,
    faceOf: looksSame ? before.faceOf : facesOf(context),
    body,
    reader,
    readings,
    outline: isSame ? before.outline : readOutline(body),
    agenda: isSame ? before.agenda : readAgenda(body),
    placed: isSame ? before.placed : placeReadings(doc, readings),
    look: looksSame ? before.look : (before?.look ?? 0) + 1,
    drawing: null,
  }
  return drawn(items, doc, before, mapping)
}

/** Whether both contexts give the same readings; the rest of a context is looks. */
function readsAlike(a: ItemContext, b: ItemContext): boolean {
  return a === b || (a.day === b.day && a.participants.join('\n') === b.participants.join('\n'))
}

function drawn(items: Items, doc: Node, before: Items | null, mapping: Mapping): Items {
  return { ...items, drawing: redraw(before?.drawing ?? null, drawables(doc, items), doc, mapping) }
}

/** Finds the paragraphs of readings that stand in document order, in one walk. */
export function placeReadings(doc: Node, readings: readonly Reading[]): PlacedReading[] {
  const placed: PlacedReading[] = []
  let next = 0
  const walk = (node: Node, start: number, path: Path) => {
    let position = start
    for (let index = 0; index < node.childCount; index++) {
      const reading = readings[next]
      if (!reading) return
      const child = node.child(index)
      if (reading.path[path.length] === index) {
        const here = [...path, index]
        if (reading.path.length === here.length) {
          placed.push({ reading, paragraph: child, at: position })
          next += 1
        } else walk(child, position + 1, here)
      }
      position += child.nodeSize
    }
  }
  walk(doc, 0, [])
  return placed
}
