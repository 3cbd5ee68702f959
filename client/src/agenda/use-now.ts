import { useEffect, useState } from 'react'

const lookMs = 5000

/** The time in milliseconds, looked at every five seconds. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), lookMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
