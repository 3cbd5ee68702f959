import { useEffect, type RefObject } from 'react'
import type { Session } from '../../session/session.ts'
import { followsOf } from './places.ts'

/** Scrolling is told so often at most. */
const tellMs = 400

/** While somebody follows this person, tells which block is at the top of their sheet. Nobody else hears of scrolling. */
export function useShownView({ awareness }: Session, sheet: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = sheet.current
    if (!element) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const isFollowed = () =>
      [...awareness.getStates().values()].some((state) => followsOf(state).includes(awareness.clientID))
    const tell = () => {
      timer = undefined
      const local = awareness.getLocalState()
      if (!local) return
      const view = isFollowed() ? topBlock(element) : null
      if ((local['view'] ?? null) !== view) awareness.setLocalStateField('view', view)
    }
    const onScroll = () => {
      if (isFollowed()) timer ??= setTimeout(tell, tellMs)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(timer)
      element.removeEventListener('scroll', onScroll)
    }
  }, [awareness, sheet])
}

/** The first block of the text that begins below the top of the sheet; null without a text. */
function topBlock(sheet: HTMLElement): number | null {
  const { top } = sheet.getBoundingClientRect()
  const blocks = [...sheet.querySelectorAll('.ProseMirror > :not(.ProseMirror-widget)')]
  if (blocks.length === 0) return null
  const index = blocks.findIndex((block) => block.getBoundingClientRect().bottom > top)
  return index < 0 ? blocks.length - 1 : index
}
