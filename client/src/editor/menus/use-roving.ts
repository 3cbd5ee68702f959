import { useState, type KeyboardEvent, type RefObject } from 'react'

/**
 * The keys of a toolbar: one of its buttons is in the order of Tab; the arrows, Home and End go to the others.
 *
 * @param leave what Escape does
 */
export function useRoving(bar: RefObject<HTMLElement | null>, leave: () => void) {
  const [current, setCurrent] = useState(0)
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = bar.current?.querySelectorAll('button') ?? []
    const last = buttons.length - 1
    const by = { ArrowRight: 1, ArrowLeft: -1, Home: -current, End: last - current }[event.key]
    if (event.key === 'Escape') leave()
    else if (by !== undefined) {
      const next = (current + by + buttons.length) % buttons.length
      setCurrent(next)
      buttons[next]?.focus()
    } else return
    event.preventDefault()
  }
  return { onKeyDown, setCurrent, tabIndexOf: (index: number) => (index === current ? 0 : -1) }
}
