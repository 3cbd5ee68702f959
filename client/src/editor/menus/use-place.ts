import type { Placement, VirtualElement } from '@floating-ui/dom'
import { useLayoutEffect, useRef, type RefObject } from 'react'
import { keepInPlace } from '../../ui/place.ts'

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
    if (!ref.current || !anchor) return undefined
    return keepInPlace(anchor, ref.current, placement, gap)
  }, [anchor, placement, gap])
  return ref
}
