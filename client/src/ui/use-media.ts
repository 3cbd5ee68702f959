import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}

/** Side columns are drawers or sheets. The same width as in components.css. */
export const drawersQuery = '(width < 68rem)'

/** The bar folds and the dock appears. The same width as in components.css. */
export const phoneQuery = '(width < 44rem)'

/** A small screen that is pressed with a finger, and written on with a keyboard on it. */
export const fingerQuery = `(pointer: coarse) and ${phoneQuery}`
