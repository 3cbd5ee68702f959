import { useEffect, useEffectEvent, useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import { linesOf, MenuLines, moveInMenu, type MenuEntry } from '../../ui/MenuLines.tsx'
import { keepInPlace } from '../../ui/place.ts'
import { TypeAhead } from './type-ahead.ts'

interface TurnIntoProps {
  /** the menu whose first line opened it */
  beside: RefObject<HTMLElement | null>
  entries: readonly MenuEntry[]
  /** it was asked for by a press or a key */
  takesFocus: boolean
  onFold: () => void
  onPointer: () => void
}

/** The least room for two menus side by side. */
const roomy = '(width >= 30rem)'

/** What a block can become: beside the menu, or over it where there is no room beside. Escape leaves the menu open. */
export function TurnInto({ beside, entries, takesFocus, onFold, onPointer }: TurnIntoProps) {
  const menu = useRef<HTMLDivElement>(null)
  const typed = useRef(new TypeAhead())
  useLayoutEffect(() => {
    const [line] = linesOf(beside.current)
    if (!line || !menu.current) return undefined
    if (takesFocus) linesOf(menu.current)[0]?.focus({ preventScroll: true })
    const isRoomy = matchMedia(roomy).matches
    return keepInPlace(line, menu.current, isRoomy ? 'right-start' : 'bottom-start', isRoomy ? 8 : 0)
  }, [beside, takesFocus])
  const onEscape = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onFold()
  })
  useEffect(() => {
    addEventListener('keydown', onEscape, true) // before the document hears of it
    return () => removeEventListener('keydown', onEscape, true)
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft' || event.key === 'Tab') {
      event.preventDefault()
      onFold()
    } else if (!typed.current.take(event, menu.current)) moveInMenu(event, menu.current, [entries])
  }
  return (
    <div
      className="menu floating block-menu"
      role="menu"
      tabIndex={-1}
      aria-label="Turn into"
      ref={menu}
      onKeyDown={onKeyDown}
      onPointerOver={onPointer}
    >
      <MenuLines groups={[entries]} onSelect={({ onSelect }) => onSelect()} />
    </div>
  )
}
