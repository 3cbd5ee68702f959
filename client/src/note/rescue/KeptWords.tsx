import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { EditorHandle } from '../../editor/index.ts'
import { setCaret } from '../../editor/rescue/caret.ts'
import type { Session } from '../../session/session.ts'
import { copyText } from '../../ui/clipboard.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { forgetWords, putAllBack, useKept } from './kept.ts'
import { useRescue } from './use-rescue.ts'

interface KeptWordsProps {
  session: Session
  handle: EditorHandle
}

/** Looks after words whose block somebody else takes away, and says which of them found no other place. */
export function KeptWords({ session, handle }: KeptWordsProps) {
  useRescue(session, handle)
  const kept = useKept(session.noteId)
  const tell = useToast()
  const words = kept.flatMap(({ paragraphs }) => paragraphs)
  if (words.length === 0) return null
  const done = () => {
    forgetWords(session.noteId)
    handle.focus()
  }
  const putBack = () => {
    const text = putAllBack(session.doc, kept, ySyncPluginKey)
    done()
    if (text) setCaret(handle.view(), text, text.length)
  }
  const copy = async () => {
    const isCopied = await copyText(Promise.resolve(words.join('\n\n')))
    tell(isCopied ? { text: 'Words copied' } : { text: 'The browser does not let the page copy.', isError: true })
  }
  return (
    <section className="banner warn" role="alert" aria-label="Kept words">
      <Icon name="alert" />
      <span className="kept-words">
        Someone removed the paragraph you were writing in. Your words are kept: <q>{words.join(' ')}</q>
      </span>
      {session.state.canEdit && (
        <button type="button" className="btn quiet small" onClick={putBack}>
          Put back
        </button>
      )}
      <button type="button" className="btn quiet small" onClick={() => void copy()}>
        Copy
      </button>
      <button type="button" className="btn quiet small square" aria-label="Throw the kept words away" onClick={done}>
        <Icon name="x" />
      </button>
    </section>
  )
}
