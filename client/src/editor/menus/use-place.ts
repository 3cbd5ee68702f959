import { autoUpdate, computePosition, flip, offset, shift, type Placement, type VirtualElement } from '@floating-ui/dom'
import { useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Keeps a floating element beside `anchor`, on screen, while it is shown.
 *
 * @param anchor must stay the same object while it means the same place
 */
export function usePlace<E extends HTMLElement>(
  anchor: VirtualElement | Element | null,
  placement: Placement,
  gap = 4,
): RefObject<E | null> {
  const ref = useRef<E>(null)
  useLayoutEffect(() => {
    const floating = ref.current
    if (!floating || !anchor) return undefined
    const middleware = [offset(gap), flip({ padding: 8 }), shift({ padding: 8 })]
    const place = async () => {
      const { x, y } = await computePosition(anchor, floating, { strategy: 'fixed', placement, middleware })
      Object.assign(floating.style, { left: `${Math.round(x)}px`, top: `${Math.round(y)}px` })
    }
    return autoUpdate(anchor, floating, () => void place())
  }, [anchor, placement, gap])
  return ref
}
