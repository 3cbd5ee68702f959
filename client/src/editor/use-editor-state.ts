import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { useCallback, useRef, useSyncExternalStore } from 'react'

interface Selected<Value> {
  state: EditorState
  value: Value
}

/**
 * What `selector` finds in the editor, after each of its transactions. The component is drawn again only where that is
 * another value, or an object of which an entry is another.
 */
export function useEditorState<Value>({
  editor,
  selector,
}: {
  editor: Editor
  selector: (snapshot: { editor: Editor }) => Value
}): Value {
  const last = useRef<Selected<Value> | null>(null)
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener)
      return () => {
        editor.off('transaction', listener)
      }
    },
    [editor],
  )
  return useSyncExternalStore(subscribe, () => {
    const before = last.current
    if (before?.state === editor.state) return before.value
    const value = selector({ editor })
    const kept = before && isSame(before.value, value) ? before.value : value
    last.current = { state: editor.state, value: kept }
    return kept
  })
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (!isPlain(a) || !isPlain(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && Object.is(a[key], b[key]))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))
}
