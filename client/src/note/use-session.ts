import { useState, useSyncExternalStore } from 'react'
import { openNote } from '../session/browser.ts'
import { afterFrame } from '../ui/after-frame.ts'
import type { Session, SessionState } from '../session/session.ts'

/** An open note, and what is to be shown of it now. */
export interface OpenNote {
  session: Session
  state: SessionState
}

type Opened = ReturnType<typeof openNote>

/** Notes that are opened before their page is drawn. */
const ahead = new Map<string, Opened>()

/** Opens a note whose page is about to be drawn, so that the two come at the same time. */
export function openAhead(noteId: string): void {
  if (!ahead.has(noteId)) ahead.set(noteId, open(noteId))
}

function open(noteId: string): Opened {
  const { session, leave } = openNote(noteId)
  const listening = new AbortController()
  const showFirst = () => afterFrame(session.holdOthers())
  addEventListener('keydown', showFirst, { capture: true, signal: listening.signal })
  return {
    session,
    leave: () => {
      listening.abort()
      leave()
    },
  }
}

/** Opens a note for as long as the component is mounted. Null until it has begun. The id must stay the same. */
export function useSession(noteId: string): OpenNote | null {
  const [store] = useState(() => storeOf(noteId))
  return useSyncExternalStore(store.subscribe, store.read)
}

/** A note that is opened by whoever subscribes first, and left when they go. */
function storeOf(noteId: string) {
  let current = stateOf(ahead.get(noteId))
  return {
    read: () => current,
    subscribe: (listener: () => void) => {
      const opened = ahead.get(noteId) ?? open(noteId)
      ahead.delete(noteId)
      let isWaiting = false
      const follow = () => {
        isWaiting = false
        if (opened.session.state === current?.state) return
        current = stateOf(opened)
        listener()
      }
      // each key changes what is said of saving; the key itself is shown first
      const followSoon = () => {
        if (!current || !differsInWords(current.state, opened.session.state)) return follow()
        if (!isWaiting) afterFrame(() => isWaiting && follow())
        isWaiting = true
      }
      opened.session.subscribe(followSoon)
      follow()
      return () => {
        isWaiting = false
        current = null
        opened.leave()
      }
    },
  }
}

/** Whether two states differ in nothing but what is said of saving. */
function differsInWords({ status: _a, unsaved: _b, ...before }: SessionState, after: SessionState): boolean {
  const keys = Object.keys(before) as (keyof typeof before)[]
  return keys.every((key) => before[key] === after[key])
}

function stateOf(opened: Opened | undefined): OpenNote | null {
  return opened ? { session: opened.session, state: opened.session.state } : null
}
