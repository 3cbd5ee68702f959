import { keyNames } from '../../ui/keys.ts'
import type { Missed } from './use-away.ts'

/** Says how much others changed while this person was away, and leads through it. */
export function MissedPill({ missed }: { missed: Missed }) {
  const { count, next, done } = missed
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
