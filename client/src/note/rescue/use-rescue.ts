import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { useEffect } from 'react'
import type { EditorHandle } from '../../editor/index.ts'
import { caretBefore, setCaret } from '../../editor/rescue/caret.ts'
import { OwnWriters } from '../../session/rescue/own-writers.ts'
import { Rescue } from '../../session/rescue/rescue.ts'
import type { Session } from '../../session/session.ts'
import { keepWords } from './kept.ts'

/** Looks after words of this person whose block somebody else takes away. */
export function useRescue(session: Session, handle: EditorHandle): void {
  useEffect(() => {
    const leaving = new AbortController()
    const begin = async () => {
      const own = await OwnWriters.of(session, leaving.signal)
      if (leaving.signal.aborted) return
      const rescue = new Rescue({
        doc: session.doc,
        writers: () => own.writers,
        caret: () => caretBefore(handle.view()),
        setCaret: (text, index) => setCaret(handle.view(), text, index),
        keep: (words) => keepWords(session.noteId, words),
        origin: ySyncPluginKey,
      })
      session.lookAfterDeletions((deletion) => rescue.look(deletion))
    }
    void begin()
    return () => leaving.abort()
  }, [session, handle])
}
