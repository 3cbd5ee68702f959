import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import { useEffect } from 'react'
import type * as Y from 'yjs'
import type { EditorHandle } from '../../editor/index.ts'
import { caretBefore, setCaret } from '../../editor/rescue/caret.ts'
import { Doubles } from '../../session/rescue/doubles.ts'
import { letGiveWay } from '../../session/rescue/gives-way.ts'
import { OwnWriters } from '../../session/rescue/own-writers.ts'
import { Rescue } from '../../session/rescue/rescue.ts'
import type { Session } from '../../session/session.ts'
import { keepWords } from './kept.ts'

const undoOf = (handle: EditorHandle): Y.UndoManager | null =>
  yUndoPluginKey.getState(handle.view().state)?.undoManager ?? null

/** Looks after words of this person whose block somebody else takes away, and after blocks that two move at the same time. */
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
      const doubles = new Doubles({
        doc: session.doc,
        after: (ms, run) => {
          const timer = setTimeout(() => {
            session.readEditor()
            run()
          }, ms)
          return () => clearTimeout(timer)
        },
        random: Math.random,
        mayEdit: () => handle.view().editable,
        undo: () => undoOf(handle),
      })
      const undo = undoOf(handle)
      if (undo) leaving.signal.addEventListener('abort', letGiveWay(undo))
      leaving.signal.addEventListener('abort', () => doubles.stop())
      session.lookAfterDeletions((transaction) => {
        rescue.look(transaction)
        doubles.look(transaction)
      })
    }
    void begin()
    return () => leaving.abort()
  }, [session, handle])
}
