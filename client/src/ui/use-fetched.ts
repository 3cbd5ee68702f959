import { useEffect, useEffectEvent, useState } from 'react'

/**
 * Code that is fetched when it is wanted, and null until it is here. Without the network it stays null, and is asked for
 * again when it is wanted the next time: a part of the page that cannot come must not take the page with it.
 *
 * @param load imports the code; the same function each time
 */
export function useFetched<Code>(load: () => Promise<Code>, isWanted: boolean, onFail?: () => void): Code | null {
  const [code, setCode] = useState<Code | null>(null)
  const fail = useEffectEvent(() => onFail?.())
  useEffect(() => {
    if (!isWanted || code) return undefined
    let isGone = false
    const take = async () => {
      try {
        const fetched = await load()
        if (!isGone) setCode(() => fetched)
      } catch {
        if (!isGone) fail()
      }
    }
    void take()
    return () => {
      isGone = true
    }
  }, [load, isWanted, code])
  return code
}

/** Fetches code that may be wanted later, so that it is here then, also without the network. */
export function fetchAhead(...loads: (() => Promise<unknown>)[]): void {
  for (const load of loads) load().catch(() => undefined) // asked for again when it is wanted
}
