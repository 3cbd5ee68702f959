import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { IconName } from '../../ui/icon-shapes.tsx'
import type { Candidate } from '../../person/candidates.ts'
import { isLocalEdit } from '../local.ts'

/** One line of a menu that opens while typing. */
export interface Choice {
  group: string
  label: string
  detail?: string
  /** a few quiet words at the end of the line */
  note?: string
  /** what does the same when it is typed */
  keys?: string
  icon?: IconName
  /** a letter in place of the icon, such as an emoji */
  sign?: string
  person?: Candidate
  /** carries it out in place of the range, which holds the typed sign and query */
  choose(view: EditorView, range: { from: number; to: number }, beside: boolean): void
}

export type TriggerKind = 'slash' | 'people' | 'emoji'

/** The menu that is open at the caret. */
export interface Trigger {
  kind: TriggerKind
  /** the position of the sign that opened it */
  from: number
  to: number
  query: string
  choices: Choice[]
  index: number
}

interface TriggerState {
  open: Trigger | null
}

/** Finds what a menu offers for a query. */
export type FindChoices = (kind: TriggerKind, query: string, state: EditorState) => Choice[]

const key = new PluginKey<TriggerState>('trigger')
const lettersWithoutMatch = 3

/** The menu that is open, or `null`. */
export function triggerOf(state: EditorState): Trigger | null {
  return key.getState(state)?.open ?? null
}

/** The id of the menu's list, and of a line in it, for `aria-activedescendant`. */
export const menuId = 'note-menu'
export const choiceId = (index: number) => `${menuId}-${index}`

/** Closes the menu; the text stays. */
export function closeTrigger(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, 'close').setMeta('addToHistory', false))
}

/** Carries out a line of the menu and closes it. */
export function chooseLine(view: EditorView, index: number, beside: boolean): void {
  const open = triggerOf(view.state)
  const choice = open?.choices[index]
  if (!open || !choice) return
  closeTrigger(view)
  choice.choose(view, { from: open.from, to: open.to }, beside)
}

const signs: Readonly<Record<string, TriggerKind>> = { '/': 'slash', '@': 'people', ':': 'emoji' }

/** How many letters after the sign open a menu: a colon is often no more than that. */
const lettersToOpen: Readonly<Record<TriggerKind, number>> = { slash: 0, people: 0, emoji: 2 }

/** Opens a menu while `/`, `@` or `:` and some letters are typed, and gives it the keys meanwhile. */
export const TriggerMenus = Extension.create<{ find: FindChoices }>({
  name: 'triggerMenus',
  priority: 1000,
  addProseMirrorPlugins() {
    const { find } = this.options
    return [
      new Plugin<TriggerState>({
        key,
        state: {
          init: () => ({ open: null }),
          apply: (tr, { open }, _before, state) => ({ open: next(tr, open, state, find) }),
        },
        props: {
          attributes: (state): Record<string, string> => {
            const open = triggerOf(state)
            return open ? { 'aria-controls': menuId, 'aria-activedescendant': choiceId(open.index) } : {}
          },
          handleKeyDown: (view, event) => handleKey(view, event),
          handleDOMEvents: {
            blur: (view) => {
              if (triggerOf(view.state)) closeTrigger(view)
              return false
            },
          },
        },
      }),
    ]
  },
})

function next(tr: Transaction, open: Trigger | null, state: EditorState, find: FindChoices): Trigger | null {
  const meta: 'close' | { index: number } | undefined = tr.getMeta(key)
  if (meta === 'close') return null
  if (meta && open) return { ...open, index: meta.index }
  if (!tr.docChanged && !tr.selectionSet) return open
  const found = findTrigger(state)
  if (!found) return null
  if (open) {
    if (found.kind !== open.kind || found.from !== tr.mapping.map(open.from, -1)) return null
    if (found.query === open.query) return { ...open, from: found.from, to: found.to }
  } else if (found.query.length !== lettersToOpen[found.kind] || !isLocalEdit([tr])) return null
  const choices = find(found.kind, found.query, state)
  if (choices.length === 0 && (found.query.includes(' ') || found.query.length >= lettersWithoutMatch)) return null
  return { ...found, choices, index: 0 }
}

function findTrigger(state: EditorState): Omit<Trigger, 'choices' | 'index'> | null {
  const { selection } = state
  if (!(selection instanceof TextSelection) || !selection.empty) return null
  const { $from } = selection
  if ($from.parent.type.spec.code || $from.marks().some((mark) => mark.type.spec.code)) return null
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC')
  const match = /(?:^|[\s(])(?:(@)([^\s/@]*)|(\/)([^\s/@]*(?: [^\s/@]*)?)|(:)([a-z\d_+-]+))$/.exec(before)
  if (!match) return null
  const query = match[2] ?? match[4] ?? match[6] ?? ''
  const kind = signs[match[1] ?? match[3] ?? match[5] ?? '']
  return kind ? { kind, from: $from.pos - query.length - 1, to: $from.pos, query } : null
}

function handleKey(view: EditorView, event: KeyboardEvent): boolean {
  const open = triggerOf(view.state)
  if (!open || view.composing) return false
  const count = open.choices.length
  switch (event.key) {
    case 'Escape':
      closeTrigger(view)
      return true
    case 'ArrowDown':
    case 'ArrowUp':
      if (count === 0) return false
      view.dispatch(
        view.state.tr.setMeta(key, { index: (open.index + (event.key === 'ArrowDown' ? 1 : count - 1)) % count }),
      )
      return true
    case 'Enter':
    case 'Tab':
      if (count === 0 || (event.key === 'Tab' && event.shiftKey)) return false
      chooseLine(view, open.index, event.shiftKey)
      return true
    default:
      return false
  }
}
