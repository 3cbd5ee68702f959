import type { EditorHandle } from '../../editor/index.ts'
import type { Session } from '../../session/session.ts'
import { keyNames } from '../../ui/keys.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { useAway } from './use-away.ts'

interface AwayProps {
  session: Session
  handle: EditorHandle
  isLive: boolean
}

/** Says how much others changed while this person was away, and leads through it. */
export function Away({ session, handle, isLive }: AwayProps) {
  const { count, next, done } = useAway(session, handle, isLive)
  useKeys({ F8: next })
  if (count === 0) return null
  return (
    <section className="pill float" aria-label="While you were away">
      <output>{count === 1 ? '1 change' : `${count} changes`} while you were away</output>
      <button type="button" className="btn quiet small" title={`Next change (${keyNames('F8')})`} onClick={next}>
        Next
      </button>
      <button type="button" className="btn quiet small" onClick={done}>
        Done
      </button>
    </section>
  )
}
