// @vitest-environment jsdom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import type { SessionState } from '../session/session.ts'
import { useSessionValue } from './session-value.ts'

const saved: SessionState = {
  status: { state: 'saved', words: 'Connected · Saved' },
  hasNote: true,
  canEdit: true,
  unsaved: 0,
  isCopied: true,
  isCopyLeft: false,
  finalCode: null,
  nextAttemptAt: null,
}

/** What a page sees of a session. */
class Shown {
  state = saved
  readonly #listeners = new Set<() => void>()

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  become(news: Partial<SessionState>): void {
    this.state = { ...this.state, ...news }
    for (const tell of this.#listeners) tell()
  }

  get listeners(): number {
    return this.#listeners.size
  }
}

test('[N254] whoever asks for a part is drawn anew only when that part is something else', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const session = new Shown()
  const drawn: string[] = []
  function Page() {
    drawn.push(useSessionValue(session, ({ canEdit }) => (canEdit ? 'edits' : 'reads')))
    return null
  }
  function Line() {
    return useSessionValue(session, ({ status }) => status.words)
  }
  const element = document.createElement('div')
  const root = createRoot(element)
  await act(async () => root.render([<Page key="page" />, <Line key="line" />]))
  const become = (news: Partial<SessionState>) =>
    act(async () => {
      session.become(news)
      await new Promise((done) => setTimeout(done, 150))
    })
  await become({ unsaved: 1, status: { state: 'saving', words: 'Saving' } })
  expect(element.textContent).toBe('Saving')
  expect(drawn).toEqual(['edits'])
  await become({ canEdit: false })
  expect(drawn).toEqual(['edits', 'reads'])
  await act(async () => root.unmount())
  expect(session.listeners).toBe(0)
})
