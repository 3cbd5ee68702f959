import { useEffect, useState } from 'react'

interface AnnouncerProps {
  /** what the filters leave, in words */
  words: string
  /** grows with each change that somebody else made */
  changes: number
}

const settleMs = 700
const gatherMs = 5000

/** Says how much the filters leave when they change, and that others changed the list; nothing of one's own ticks. */
export function Announcer({ words, changes }: AnnouncerProps) {
  const [said, setSaid] = useState('')
  const [list, setList] = useState({ words, changes })
  useEffect(() => {
    if (list.words === words && list.changes === changes) return undefined
    const isByOthers = changes !== list.changes
    const timer = setTimeout(
      () => {
        setSaid(isByOthers ? `The list has changed. ${words}` : words)
        setList({ words, changes })
      },
      isByOthers ? gatherMs : settleMs,
    )
    return () => clearTimeout(timer)
  }, [words, changes, list])
  return (
    <output className="sr" aria-live="polite">
      {said}
    </output>
  )
}
