import { useEffect, useState } from 'react'
import { counted } from '../ui/words.ts'

/** "in 12 seconds", counting down; "now" at the end. @param at on the clock of `performance.now`; null: it is being tried */
export function Countdown({ at }: { at: number | null }) {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500)
    return () => clearInterval(timer)
  }, [])
  const seconds = at === null ? 0 : Math.ceil((at - now) / 1000)
  return <>{seconds > 0 ? `in ${counted(seconds, 'second')}` : 'now'}</>
}
