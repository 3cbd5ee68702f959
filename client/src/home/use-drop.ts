import { useEffect, useState } from 'react'

/** Takes files that are dropped anywhere on the page. Returns how many are held over it, 0 while none are. */
export function useDrop(onFiles: (files: File[]) => void): number {
  const [held, setHeld] = useState(0)
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    const over = (event: DragEvent) => {
      const count = fileCount(event)
      if (count === 0) return
      event.preventDefault() // else the browser would open the file
      setHeld(count)
    }
    addEventListener('dragover', over, { signal })
    addEventListener('dragleave', (event) => event.relatedTarget === null && setHeld(0), { signal })
    addEventListener(
      'drop',
      (event) => {
        if (fileCount(event) === 0) return
        event.preventDefault()
        setHeld(0)
        onFiles([...(event.dataTransfer?.files ?? [])])
      },
      { signal },
    )
    return () => listening.abort()
  }, [onFiles])
  return held
}

function fileCount(event: DragEvent): number {
  return [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === 'file').length
}
