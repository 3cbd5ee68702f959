import { Editor, type EditorOptions } from '@tiptap/core'
import { useEffect, useLayoutEffect, useState } from 'react'

/** An editor for as long as the component is there; null before its first frame. Only `editorProps` may change later. */
export function useEditor({ editorProps, ...options }: Partial<EditorOptions>): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null)
  const [first] = useState({ editorProps, ...options } as Partial<EditorOptions>)
  useLayoutEffect(() => {
    const made = new Editor(first)
    setEditor(made) // oxlint-disable-line react/set-state-in-effect -- made here, it is destroyed here: also where React does both twice
    return () => {
      setEditor(null)
      queueMicrotask(() => made.destroy()) // what lies in it lets go of it first
    }
  }, [first])
  useEffect(() => {
    if (editor && editorProps && editor.options.editorProps !== editorProps) editor.setOptions({ editorProps })
  }, [editor, editorProps])
  return editor
}
