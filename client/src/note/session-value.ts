import { useCallback, useSyncExternalStore } from 'react'
import type { Session, SessionState } from '../session/session.ts'
import { afterFrame } from '../ui/after-frame.ts'

type Shown = Pick<Session, 'state' | 'subscribe'>

/**
 * What `select` takes of how the session stands. Only when that is something else, whoever asks is drawn again: each key
 * changes what is not saved yet, and is itself shown first.
 */
export function useSessionValue<Value>(session: Shown, select: (state: SessionState) => Value): Value {
  const subscribe = useCallback((tell: () => void) => session.subscribe(() => afterFrame(tell)), [session])
  return useSyncExternalStore(subscribe, () => select(session.state))
}
