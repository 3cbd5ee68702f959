import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'

/** What is found, and how it goes on after an edit. The search itself is fetched with the bar. */
export interface Followed {
  readonly drawn: DecorationSet
  follow: (tr: Transaction) => Followed
}

interface FindState {
  /** how often somebody asked for the bar */
  asked: number
  found: Followed | null
}

const key = new PluginKey<FindState>('find')

/** Asks for the bar. */
export function askForFind(tr: Transaction): Transaction {
  return tr.setMeta(key, 'open').setMeta('addToHistory', false)
}

/** Shows what is found; null takes it away. */
export function withFound(tr: Transaction, found: Followed | null): Transaction {
  return tr.setMeta(key, { found }).setMeta('addToHistory', false)
}

/** What is found now, and how often the bar was asked for. */
export function findStateOf(state: EditorState): FindState {
  return key.getState(state) ?? { asked: 0, found: null }
}

/** Draws what was found and keeps it where it is through edits. */
export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [
    new Plugin<FindState>({
      key,
      state: {
        init: () => ({ asked: 0, found: null }),
        apply(tr, state) {
          const meta: 'open' | { found: Followed | null } | undefined = tr.getMeta(key)
          if (meta === 'open') return { ...state, asked: state.asked + 1 }
          if (meta) return { ...state, found: meta.found }
          return state.found && tr.docChanged ? { ...state, found: state.found.follow(tr) } : state
        },
      },
      props: { decorations: (state) => key.getState(state)?.found?.drawn },
    }),
  ],
})
