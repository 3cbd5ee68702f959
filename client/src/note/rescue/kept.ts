import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { putBack, type KeptWords } from '../../session/rescue/put-back.ts'
import { readStored, watchStored, writeStored } from '../../ui/storage.ts'

const keyOf = (noteId: string) => `kept:${noteId}`

/** Keeps words in this browser, behind those that it keeps already. */
export function keepWords(noteId: string, words: KeptWords): void {
  const key = keyOf(noteId)
  writeStored(key, JSON.stringify([...readKept(readStored(key)), words]))
}

/** The words that this browser keeps of a note, whichever tab kept them. */
export function useKept(noteId: string): KeptWords[] {
  const stored = useSyncExternalStore(watchStored, () => readStored(keyOf(noteId)))
  return useMemo(() => readKept(stored), [stored])
}

/** Keeps nothing of a note any more. */
export function forgetWords(noteId: string): void {
  writeStored(keyOf(noteId), null)
}

/** What is kept, of what is stored; nothing where that was written by something else. */
export function readKept(stored: string | null): KeptWords[] {
  try {
    const value: unknown = JSON.parse(stored ?? '[]')
    return Array.isArray(value) ? value.filter(isKept) : []
  } catch {
    return []
  }
}

function isKept(value: unknown): value is KeptWords {
  if (typeof value !== 'object' || value === null || !('paragraphs' in value) || !('near' in value)) return false
  return Array.isArray(value.paragraphs) && value.paragraphs.every((words) => typeof words === 'string')
}

/** Puts all of it back, each as paragraphs near where it stood. Gives the last text, or null where nothing is kept. */
export function putAllBack(doc: Y.Doc, kept: readonly KeptWords[], origin: unknown): Y.XmlText | null {
  return doc.transact(() => kept.map((words) => putBack(doc, words)).at(-1) ?? null, origin)
}
