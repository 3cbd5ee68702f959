import { startTransition, useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { follow, followMs } from './follow.ts'
import { linesOf, rechunk, type Chunk } from './lines.ts'
import { openPrinting } from './printing.ts'
import type { Source } from './printed.ts'

export interface ShownSource extends Source {
  chunks: readonly Chunk[]
}

/** The source of a note as it is now, for as long as it is shown. Null until it is printed, `failed` where it cannot be. */
export function useSource(doc: Y.Doc): ShownSource | 'failed' | null {
  const [source, setSource] = useState<ShownSource | 'failed' | null>(null)
  useEffect(() => {
    const printing = openPrinting(doc)
    const follower = follow<Source>({
      print: printing.print,
      show: (printed) =>
        startTransition(() =>
          setSource((before) => {
            const chunks = before === null || before === 'failed' ? [] : before.chunks
            return { ...printed, chunks: rechunk(chunks, linesOf(printed.text)) }
          }),
        ),
      fail: () => setSource('failed'),
      wait: (task) => {
        const timer = setTimeout(task, followMs)
        return () => clearTimeout(timer)
      },
    })
    doc.on('update', follower.changed)
    return () => {
      doc.off('update', follower.changed)
      follower.stop()
      printing.close()
    }
  }, [doc])
  return source
}
