import { useEffect, useEffectEvent, type RefObject } from 'react'

/**
 * Tells when somebody is done with a small window: Escape while the focus is in it or in the text, or a press outside.
 *
 * @param dismiss `byKey`: the focus is to go back to where it was
 */
export function useDismiss(element: RefObject<HTMLElement | null>, dismiss: (byKey: boolean) => void): void {
  const onDismiss = useEffectEvent(dismiss)
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !element.current?.contains(event.target)) onDismiss(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      onDismiss(true)
    }
    document.addEventListener('pointerdown', onPress, true)
    document.addEventListener('keydown', onKey, true)
    return () => {
      document.removeEventListener('pointerdown', onPress, true)
      document.removeEventListener('keydown', onKey, true)
    }
  }, [element])
}
