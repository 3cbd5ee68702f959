import type { Editor } from '@tiptap/core'
import { useLayoutEffect, useRef } from 'react'

/**
 * Where the text stands on the page. TipTap's own component draws the whole note a second time once it is there, for
 * node views that are made with React; this editor has none.
 */
export function EditorPlace({ editor }: { editor: Editor }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    place.current?.append(editor.view.dom)
    editor.view.updateRoot()
  }, [editor])
  return <div ref={place} />
}
