import type { Editor } from '@tiptap/core'
import { useEditorState } from '../use-editor-state.ts'
import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import { closeStep } from '../clipboard/step.ts'
import { findStateOf, withFound } from './find-state.ts'
import { Found, replaceMatches } from './found.ts'
import type { Query } from './matches.ts'
import { showMatch } from './show-match.ts'

/** What the bar finds in the note, and what it does with it. */
export function useFind(editor: Editor, bar: RefObject<HTMLElement | null>, early: string) {
  const [query, setQuery] = useState<Query>(() => ({
    words: early === '' ? selectedWords(editor) : early,
    isExact: false,
    isWholeWords: false,
  }))
  const [start] = useState(() => editor.state.selection.from)
  const count = useEditorState({
    editor,
    selector: ({ editor }) => {
      const found = foundIn(editor)
      return { index: found?.index ?? -1, total: found?.matches.length ?? 0 }
    },
  })
  const show = (found: Found) => {
    editor.view.dispatch(withFound(editor.state.tr, found))
    if (found.current) showMatch(editor.view, found.current, bar.current)
  }
  const look = (wanted: Query) => show(Found.in(editor.state.doc, wanted, foundIn(editor)?.current?.from ?? start))
  const lookFirst = useEffectEvent(() => look(query))
  useEffect(() => lookFirst(), [])
  useEffect(
    () => () => {
      if (!editor.isDestroyed) editor.view.dispatch(withFound(editor.state.tr, null))
    },
    [editor],
  )
  return {
    query,
    change: (part: Partial<Query>) => {
      const next = { ...query, ...part }
      setQuery(next)
      look(next)
    },
    ...count,
    step: (by: -1 | 1) => {
      const found = foundIn(editor)
      if (found) show(found.step(by))
    },
    /** Selects the current match in the text. */
    select: () => {
      const current = foundIn(editor)?.current
      if (current) editor.commands.setTextSelection(current)
    },
    /** Replaces the current match, or all of them; gives how many. */
    replace: (words: string, isAll: boolean): number => {
      const found = foundIn(editor)
      const matches = found?.current ? (isAll ? found.matches : [found.current]) : []
      if (!found?.current || matches.length === 0) return 0
      const after = found.current.from + words.length
      closeStep(editor.state)
      editor.view.dispatch(replaceMatches(editor.state, matches, words))
      show(Found.in(editor.state.doc, query, isAll ? 0 : after))
      return matches.length
    },
  }
}

function foundIn(editor: Editor): Found | null {
  const { found } = findStateOf(editor.state)
  return found instanceof Found ? found : null
}

/** What is selected, where that is a part of one line. */
function selectedWords({ state: { doc, selection } }: Editor): string {
  const { from, to, $from, $to } = selection
  const words = $from.sameParent($to) ? doc.textBetween(from, to) : ''
  return words.includes('\n') ? '' : words
}
