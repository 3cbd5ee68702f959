import type { Session } from '../../session/session.ts'

/** Calls `look` soon, and again when carets or the text under them have moved, so often at most. Returns how to stop. */
export function watchCarets({ awareness, doc }: Session, everyMs: number, look: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      look()
    }, everyMs)
  }
  soon()
  awareness.on('change', soon)
  doc.on('update', soon)
  return () => {
    clearTimeout(timer)
    awareness.off('change', soon)
    doc.off('update', soon)
  }
}
