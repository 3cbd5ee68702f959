import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { agendaCode } from '../agenda/code.ts'
import { fetchAhead, useFetched } from '../../ui/use-fetched.ts'
import { whenIdle } from '../../ui/when-idle.ts'

const loadHandle = () => import('./BlockHandle.tsx')

/** The handle of a block and its menu, fetched when the page has nothing else to do. */
export function BlockTools({ editor }: { editor: Editor }) {
  const [isWanted, setWanted] = useState(false)
  const pointer = useRef<PointerEvent | null>(null)
  useEffect(() => {
    const onMove = (event: PointerEvent) => {
      pointer.current = event
    }
    addEventListener('pointermove', onMove, { passive: true })
    const stop = whenIdle(() => {
      setWanted(true)
      // keys that follow the shortcut are to find it open
      fetchAhead(
        () => import('./BlockMenu.tsx'),
        () => import('../code/LanguagePicker.tsx'),
        () => agendaCode.load(),
      )
    })
    return () => {
      removeEventListener('pointermove', onMove)
      stop()
    }
  }, [])
  const code = useFetched(loadHandle, isWanted)
  return code && <code.BlockHandle editor={editor} pointer={pointer} />
}
