import { useEffect } from 'react'
import { isTyping } from '../ui/keys.ts'

/** Takes text or files that are pasted on the page outside of fields. */
export function usePaste(onText: (text: string) => void, onFiles: (files: File[]) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (isTyping(event.target) || !event.clipboardData) return
      const files = [...event.clipboardData.files]
      const text = event.clipboardData.getData('text/plain')
      if (files.length > 0) onFiles(files)
      else if (text.trim() !== '') onText(text)
      else return
      event.preventDefault()
    }
    addEventListener('paste', paste)
    return () => removeEventListener('paste', paste)
  }, [onText, onFiles])
}
