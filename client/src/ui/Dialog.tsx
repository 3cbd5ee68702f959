import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import './dialog.css'

interface DialogProps {
  title: string
  onClose: () => void
  isWide?: boolean
  children: ReactNode
  footer?: ReactNode
}

/**
 * A native dialog, open for as long as it is mounted. The element with `data-first` gets the focus; Escape, the cross
 * and a click beside it close; the focus returns.
 */
export function Dialog({ title, onClose, isWide = false, children, footer }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()

  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return undefined
    element.showModal()
    const first = element.querySelector<HTMLElement>('[data-first]') ?? element
    first.focus()
    return () => element.close()
  }, [])

  useEffect(() => {
    const element = dialog.current
    const onPointerDown = (event: PointerEvent) => {
      if (event.target === element && element && isOutside(event, element.getBoundingClientRect())) onClose()
    }
    element?.addEventListener('pointerdown', onPointerDown)
    return () => element?.removeEventListener('pointerdown', onPointerDown)
  }, [onClose])

  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      className={isWide ? 'dialog wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="btn quiet small square" aria-label="Close" onClick={onClose}>
          <Icon name="x" />
        </button>
      </header>
      {children}
      {footer !== undefined && <footer>{footer}</footer>}
    </dialog>
  )
}

function isOutside(event: PointerEvent, box: DOMRect): boolean {
  const { clientX: x, clientY: y } = event
  return x < box.left || x > box.right || y < box.top || y > box.bottom
}
