import { readNote } from '@minutebook/shared/doc'
import * as Y from 'yjs'
import type { Source } from './printed.ts'

/** Prints a note, one printing at a time. */
export interface Printing {
  /** Prints the note as it is now. Call it again only after it has settled. Rejects where what prints cannot be loaded. */
  print: () => Promise<Source>
  close: () => void
}

/** Prints in a worker, which is told of each change; on the page where there is none, such as offline before it was loaded. */
export function openPrinting(doc: Y.Doc): Printing {
  let worker: Worker | null = new Worker(new URL('./printing.worker.ts', import.meta.url), { type: 'module' })
  let untold = [Y.encodeStateAsUpdate(doc)]
  const collect = (update: Uint8Array) => untold.push(update)
  doc.on('update', collect)
  const close = () => {
    doc.off('update', collect)
    worker?.terminate()
    worker = null
    untold = []
  }
  return {
    async print() {
      try {
        if (worker) return await ask(worker, untold.splice(0))
      } catch {
        close()
      }
      const { printSource } = await import('./printed.ts')
      return printSource(readNote(doc))
    },
    close,
  }
}

function ask(worker: Worker, updates: Uint8Array[]): Promise<Source> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<Source>) => resolve(event.data), { once: true })
    worker.addEventListener('error', () => reject(new Error('the worker that prints could not run')), { once: true })
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
    worker.postMessage(updates)
  })
}
