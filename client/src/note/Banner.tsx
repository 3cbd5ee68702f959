import type { ReactNode } from 'react'
import type { Session } from '../session/session.ts'
import { Icon } from '../ui/Icon.tsx'
import type { IconName } from '../ui/icon-shapes.tsx'
import { Countdown } from './Countdown.tsx'
import { useSessionValue } from './session-value.ts'

interface BannerProps {
  session: Session
  /** what is not saved then came too late, and another line says so */
  isFinished: boolean
  onDownload: () => void
}

/** What must be known before going on writing: the first line of the sheet, where there is something to say. */
export function Banner({ session, isFinished, onDownload }: BannerProps) {
  const state = useSessionValue(session, (now) => now)
  const tryNow = (
    <button type="button" className="btn quiet small" onClick={() => session.wake()}>
      Try now
    </button>
  )
  const download = (
    <button type="button" className="btn quiet small" onClick={onDownload}>
      Download my copy
    </button>
  )
  const isLost = state.unsaved > 0 && !state.isCopied
  if (isLost && state.status.state !== 'saving') {
    return (
      <Line icon="alert" isWarning action={download}>
        This browser keeps no copy. Leave this page open until your changes are saved.
      </Line>
    )
  }
  if (state.status.state === 'notSaved' && !isFinished) {
    return (
      <Line icon="alert" isWarning action={download}>
        The server can't save right now. Your changes are kept on this device.
      </Line>
    )
  }
  if (state.status.state === 'offline' && !navigator.onLine) {
    return (
      <Line icon="cloud-off" isWarning action={tryNow}>
        You're offline. Your changes are kept on this device and will sync.
      </Line>
    )
  }
  if (state.status.state === 'offline') {
    const both = (
      <>
        {tryNow}
        {download}
      </>
    )
    return (
      <Line icon="cloud-off" isWarning action={both}>
        The server doesn't answer. What you wrote is safe on this device. Trying again{' '}
        <Countdown at={state.nextAttemptAt} />.
      </Line>
    )
  }
  if (state.canEdit) return null
  return <Line icon="eye">You can view this note. Changes by others appear as they type.</Line>
}

interface LineProps {
  icon: IconName
  isWarning?: boolean
  action?: ReactNode
  children: ReactNode
}

function Line({ icon, isWarning = false, action, children }: LineProps) {
  return (
    <div className={isWarning ? 'banner warn' : 'banner'}>
      <Icon name={icon} />
      <span>{children}</span>
      {action}
    </div>
  )
}
