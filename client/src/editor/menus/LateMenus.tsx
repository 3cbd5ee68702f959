import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { useFetched } from '../../ui/use-fetched.ts'
import { whenIdle } from '../../ui/when-idle.ts'

const load = () => import('./NoteMenus.tsx')

/** All that floats over the text, fetched when the page has nothing else to do. What is open by then shows. */
export function LateMenus({ editor }: { editor: Editor }) {
  const [isWanted, setWanted] = useState(false)
  useEffect(() => whenIdle(() => setWanted(true)), [])
  const code = useFetched(load, isWanted)
  return code && <code.NoteMenus editor={editor} />
}
