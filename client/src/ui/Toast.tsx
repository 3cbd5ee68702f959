import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import './toast.css'

export interface ToastMessage {
  text: string
  icon?: IconName
  /** an error is read out at once and stays until it is dismissed */
  isError?: boolean
  /** it is no error, and stays until it is dismissed all the same */
  stays?: boolean
  action?: { label: string; run: () => void }
}

const shownMs = 6000

const Show = createContext<(message: ToastMessage) => void>(() => undefined)

/** Says something once, at the bottom of the page; the next one takes its place. */
export function useToast(): (message: ToastMessage) => void {
  return use(Show)
}

/** Holds the one toast of the page. */
export function Toasts({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ message: ToastMessage; key: number } | null>(null)
  const show = useCallback(
    (message: ToastMessage) => setShown((before) => ({ message, key: (before?.key ?? 0) + 1 })),
    [],
  )
  return (
    <Show value={show}>
      {children}
      <div className="toasts">
        {shown && <Toast key={shown.key} message={shown.message} onGone={() => setShown(null)} />}
      </div>
    </Show>
  )
}

function Toast({ message, onGone }: { message: ToastMessage; onGone: () => void }) {
  const [isHeld, setHeld] = useState(false)
  const isError = message.isError === true
  const isLasting = isError || message.stays === true
  const stays = isLasting || isHeld
  useEffect(() => {
    if (stays) return undefined
    const timer = setTimeout(onGone, shownMs)
    return () => clearTimeout(timer)
  }, [stays, onGone])
  return (
    <div
      className="toast float"
      role={isError ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={message.icon ?? (isError ? 'alert' : 'check')} />
      <p>{message.text}</p>
      {message.action && (
        <button
          type="button"
          className="btn quiet small"
          onClick={() => {
            message.action?.run()
            onGone()
          }}
        >
          {message.action.label}
        </button>
      )}
      {isLasting && (
        <button type="button" className="btn quiet small square" aria-label="Dismiss" onClick={onGone}>
          <Icon name="x" />
        </button>
      )}
    </div>
  )
}
