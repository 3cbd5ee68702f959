import { readFinished, typesOf, type Finished } from '@minutebook/shared/doc'
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'

/** By whom and when the meeting was finished; null while it is open. */
export function useFinished(doc: Y.Doc): Finished | null {
  const [finished, setFinished] = useState(() => readFinished(doc))
  useEffect(() => {
    const { meeting } = typesOf(doc)
    const look = () => {
      const now = readFinished(doc)
      setFinished((before) => (before?.at === now?.at ? before : now))
    }
    look()
    meeting.observe(look)
    return () => meeting.unobserve(look)
  }, [doc])
  return finished
}
