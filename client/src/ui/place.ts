import type { Placement, VirtualElement } from '@floating-ui/dom'
import { Late } from './late.ts'

const library = new Late(() => import('@floating-ui/dom'))

/** Fetches what places floating things, so that the first of them stands at once. */
export function preparePlaces(): void {
  library.load().catch(() => undefined) // asked for again when it is needed
}

/**
 * Places a fixed element beside `anchor`, on screen, over it where there is room on no side; below it where what places
 * things cannot be fetched. It is not seen before. [E240]
 */
export async function place(
  anchor: VirtualElement | Element,
  floating: HTMLElement,
  placement: Placement,
  gap: number,
): Promise<void> {
  if (!library.here) hide(floating)
  let at = below(anchor, gap)
  try {
    const { computePosition, flip, offset, shift } = library.here ?? (await library.load())
    const middleware = [offset(gap), flip({ padding: 8 }), shift({ padding: 8, crossAxis: true })]
    at = await computePosition(anchor, floating, { strategy: 'fixed', placement, middleware })
  } catch {
    // it stands below
  }
  Object.assign(floating.style, { left: `${Math.round(at.x)}px`, top: `${Math.round(at.y)}px`, opacity: '' })
}

/** The same for as long as it is shown. Returns how to stop. */
export function keepInPlace(...parts: Parameters<typeof place>): () => void {
  const [anchor, floating] = parts
  let isOver = false
  let stop: (() => void) | null = null
  const follow = (autoUpdate: typeof import('@floating-ui/dom').autoUpdate) => {
    if (!isOver) stop = autoUpdate(anchor, floating, () => void place(...parts))
  }
  if (library.here) follow(library.here.autoUpdate)
  else {
    hide(floating)
    library.load().then(
      ({ autoUpdate }) => follow(autoUpdate),
      () => void place(...parts),
    )
  }
  return () => {
    isOver = true
    stop?.()
  }
}

/** Out of sight only: it may hold the focus already. */
function hide(floating: HTMLElement): void {
  floating.style.opacity = '0'
}

function below(anchor: VirtualElement | Element, gap: number): { x: number; y: number } {
  const { left, bottom } = anchor.getBoundingClientRect()
  return { x: left, y: bottom + gap }
}
