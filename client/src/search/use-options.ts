import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Option } from './options.ts'

/**
 * Which line of the results is chosen: the first one, until an arrow chooses another.
 *
 * @param of what the lines are the results of: of something else the first one is chosen again
 */
export function useOptions(options: readonly Option[], of: string, onOpen: () => void) {
  const [chosen, setChosen] = useState({ of, index: 0 })
  const [, navigate] = useLocation()
  const index = chosen.of === of ? Math.min(chosen.index, options.length - 1) : 0
  const active = options[index]?.id ?? null
  useEffect(() => {
    if (active !== null && index > 0)
      document.querySelector(`#${CSS.escape(active)}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, index])
  const onMove = (key: string): boolean => {
    const count = options.length
    if (count === 0) return false
    if (key === 'Enter') {
      onOpen()
      navigate(options[index]?.href ?? '/')
    } else if (key === 'ArrowDown') setChosen({ of, index: (index + 1) % count })
    else if (key === 'ArrowUp') setChosen({ of, index: (index + count - 1) % count })
    else return false
    return true
  }
  return { active, onMove }
}
