import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import { relativePosition } from '@minutebook/shared/doc'
import { afterFrame } from '../../ui/after-frame.ts'
import { isPersonColor, preferredColor } from '../../ui/person-color.ts'
import { apart } from '../items/elements.ts'
import { readSelection } from '../binding/fresh-selection.ts'

const carets = new PluginKey<DecorationSet>('carets')
const flagMs = 3000

/** With more carets than this in one text block their names show on hover only: flags would cover the words. */
const mostFlags = 3

/** Somebody else's place in the note. */
interface Caret {
  client: number
  name: string
  color: string
  anchor: number
  head: number
}

/** Draws the carets and selections of the others and tells them where this one is. */
export const RemoteCarets = Extension.create<{ awareness: Awareness }>({
  name: 'remoteCarets',
  addProseMirrorPlugins() {
    const { awareness } = this.options
    const idle = new Set<number>()
    return [
      new Plugin<DecorationSet>({
        key: carets,
        state: {
          init: () => DecorationSet.empty,
          apply(tr, drawn, _before, state) {
            const fromOutside = tr.getMeta(carets) !== undefined || tr.getMeta(ySyncPluginKey) !== undefined
            if (fromOutside) return draw(state, awareness, idle)
            return tr.docChanged ? drawn.map(tr.mapping, tr.doc) : drawn
          },
        },
        props: { decorations: (state) => carets.getState(state) },
        view: (view) => new CaretView(view, awareness, idle),
      }),
    ]
  },
})

/** Whether the caret or selection of somebody else is in the range. */
export function isOccupied(state: EditorState, { from, to }: { from: number; to: number }): boolean {
  return (carets.getState(state)?.find(from + 1, to - 1).length ?? 0) > 0
}

function draw(state: EditorState, awareness: Awareness, idle: ReadonlySet<number>): DecorationSet {
  const decorations: Decoration[] = []
  const found = readCarets(state, awareness)
  const crowded = crowdedBlocks(state, found)
  for (const caret of found) {
    const { client, name, color, anchor, head } = caret
    const atEnd = isLineEnd(state, head)
    const isCrowded = crowded.has(blockStart(state, head))
    decorations.push(
      Decoration.widget(head, () => caretElement(caret, atEnd, isCrowded, idle.has(client)), {
        key: `caret-${client}-${name}-${color}-${atEnd}-${isCrowded}`,
        client,
        side: 10,
        ignoreSelection: true,
      }),
    )
    if (anchor === head) continue
    const attributes = { class: 'selected', style: `--person: ${color}` }
    decorations.push(Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), attributes))
  }
  return DecorationSet.create(state.doc, decorations)
}

function readCarets(state: EditorState, awareness: Awareness): Caret[] {
  const found: Caret[] = []
  for (const [client, presence] of awareness.getStates()) {
    if (client === awareness.clientID) continue
    const anchor = resolvePosition(state, presence?.['cursor']?.anchor)
    const head = resolvePosition(state, presence?.['cursor']?.head)
    if (anchor === null || head === null) continue
    const user: { name?: unknown; color?: unknown } = presence['user'] ?? {}
    const name = typeof user.name === 'string' ? user.name : ''
    found.push({ client, name, color: isPersonColor(user.color) ? user.color : preferredColor(name), anchor, head })
  }
  return found
}

/** The text blocks, by their start, that hold more carets than can show their names. */
function crowdedBlocks(state: EditorState, carets: readonly Caret[]): Set<number> {
  const counts = new Map<number, number>()
  for (const { head } of carets) {
    const start = blockStart(state, head)
    counts.set(start, (counts.get(start) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count > mostFlags).map(([start]) => start))
}

function blockStart(state: EditorState, position: number): number {
  return state.doc.resolve(position).start()
}

/** Where the caret of one of these Yjs clients is drawn; null without one. */
export function caretAt(state: EditorState, clients: readonly number[]): number | null {
  const found = carets.getState(state)?.find(undefined, undefined, (spec) => clients.includes(Number(spec['client'])))
  return found?.[0]?.from ?? null
}

/** The position that a presence tells; null where it tells none, or anything else. */
export function resolvePosition(state: EditorState, json: unknown): number | null {
  const sync = ySyncPluginKey.getState(state)
  if (!json || !sync?.binding || sync.binding.mapping.size === 0) return null
  const relative = relativePosition(json)
  if (relative === null) return null
  const position = relativePositionToAbsolutePosition(sync.doc, sync.type, relative, sync.binding.mapping)
  return position === null ? null : Math.min(position, state.doc.content.size)
}

function isLineEnd(state: EditorState, position: number): boolean {
  const $position = state.doc.resolve(position)
  const next = $position.nodeAfter
  return next === null || (next.text?.startsWith('\n') ?? false)
}

function caretElement(
  { client, name, color }: Caret,
  atEnd: boolean,
  isCrowded: boolean,
  isIdle: boolean,
): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'cursor'
  caret.setAttribute('aria-hidden', 'true')
  caret.dataset['client'] = String(client)
  caret.toggleAttribute('data-end', atEnd)
  caret.toggleAttribute('data-crowded', isCrowded)
  caret.toggleAttribute('data-idle', isIdle)
  caret.style.setProperty('--person', color)
  const flag = document.createElement('b')
  flag.append(apart(name))
  caret.append(flag)
  return caret
}

/** Publishes this person's caret, and lets the name flag of the others stand for a moment after they moved. */
class CaretView {
  readonly #view: EditorView
  readonly #awareness: Awareness
  readonly #idle: Set<number>
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>()
  readonly #places = new Map<number, string>()
  #isPublishing = false

  constructor(view: EditorView, awareness: Awareness, idle: Set<number>) {
    this.#view = view
    this.#awareness = awareness
    this.#idle = idle
    awareness.on('change', this.#onAwareness)
    view.dom.addEventListener('focusin', this.#publish)
    view.dom.addEventListener('focusout', this.#publish)
  }

  /** Others see the caret a frame later, and the key of this person is shown a little earlier. */
  update(): void {
    if (this.#isPublishing) return
    this.#isPublishing = true
    afterFrame(() => {
      this.#isPublishing = false
      if (!this.#view.isDestroyed) this.#publish()
    })
  }

  destroy(): void {
    this.#awareness.off('change', this.#onAwareness)
    this.#view.dom.removeEventListener('focusin', this.#publish)
    this.#view.dom.removeEventListener('focusout', this.#publish)
    for (const timer of this.#timers.values()) clearTimeout(timer)
    if (this.#awareness.getLocalState()?.['cursor']) this.#awareness.setLocalStateField('cursor', null)
  }

  readonly #publish = (): void => {
    const local = this.#awareness.getLocalState()
    if (!local) return
    const sync = ySyncPluginKey.getState(this.#view.state)
    if (!sync?.binding) return
    const { anchor, head } = this.#view.state.selection
    const place = (position: number) => absolutePositionToRelativePosition(position, sync.type, sync.binding.mapping)
    const cursor = this.#view.hasFocus() ? { anchor: place(anchor), head: place(head) } : null
    if (JSON.stringify(cursor) !== JSON.stringify(local['cursor'] ?? null)) {
      this.#awareness.setLocalStateField('cursor', cursor)
    }
  }

  readonly #onAwareness = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>): void => {
    if (this.#view.isDestroyed) return
    const others = [...added, ...updated, ...removed].filter((client) => client !== this.#awareness.clientID)
    if (others.length === 0) return
    readSelection(this.#view)
    this.#view.dispatch(this.#view.state.tr.setMeta(carets, 'changed'))
    for (const client of others) this.#noteMove(client)
  }

  #noteMove(client: number): void {
    const place = JSON.stringify(this.#awareness.getStates().get(client)?.['cursor'] ?? null)
    if (this.#places.get(client) === place) return
    this.#places.set(client, place)
    clearTimeout(this.#timers.get(client))
    this.#setIdle(client, false)
    if (place === 'null') return
    this.#timers.set(
      client,
      setTimeout(() => this.#setIdle(client, true), flagMs),
    )
  }

  #setIdle(client: number, idle: boolean): void {
    if (idle) this.#idle.add(client)
    else this.#idle.delete(client)
    for (const caret of this.#view.dom.querySelectorAll(`.cursor[data-client="${client}"]`)) {
      caret.toggleAttribute('data-idle', idle)
    }
  }
}
