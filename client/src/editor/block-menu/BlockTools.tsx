import type { Editor } from '@tiptap/core'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { whenIdle } from '../../ui/when-idle.ts'

const BlockHandle = lazy(() => import('./BlockHandle.tsx').then((module) => ({ default: module.BlockHandle })))

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
      void import('./BlockMenu.tsx') // keys that follow the shortcut are to find it open
    })
    return () => {
      removeEventListener('pointermove', onMove)
      stop()
    }
  }, [])
  if (!isWanted) return null
  return (
    <Suspense fallback={null}>
      <BlockHandle editor={editor} pointer={pointer} />
    </Suspense>
  )
}
