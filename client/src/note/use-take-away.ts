import { useEffect } from 'react'
import { useToast } from '../ui/Toast.tsx'
import type { Session } from '../session/session.ts'
import { copyText } from '../ui/clipboard.ts'
import { copyMarkdown, fileOf, loadPrinter, saveFile } from './take-away.ts'

/** First the note, then what can wait. */
const afterOpeningMs = 1500

export interface TakeAway {
  download: () => void
  copy: () => void
  print: () => void
  share: () => void
}

/** The ways to take the note with one, or to give it to others. */
export function useTakeAway(session: Session): TakeAway {
  const toast = useToast()
  useEffect(() => {
    const timer = setTimeout(() => {
      loadPrinter().catch(() => undefined) // asked for again when it is needed
    }, afterOpeningMs)
    return () => clearTimeout(timer)
  }, [])
  const failed = (text: string) => toast({ text, isError: true })
  return {
    download: () => {
      fileOf(session).then(saveFile, () => failed('The note could not be written as Markdown.'))
    },
    copy: () => {
      copyMarkdown(session).then(
        (isCopied) =>
          isCopied ? toast({ text: 'Markdown copied' }) : failed('The browser does not let the page copy.'),
        () => failed('The note could not be written as Markdown.'),
      )
    },
    print: () => window.print(),
    share: () => {
      const link = `${location.origin}/n/${session.noteId}`
      void copyText(Promise.resolve(link)).then((isCopied) =>
        isCopied
          ? toast({ text: 'Link copied. Whoever has it can write in this note.', icon: 'link' })
          : toast({ text: link, icon: 'link', isError: true }),
      )
    },
  }
}
