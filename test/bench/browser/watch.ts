import type { Page } from '@playwright/test'

/** What a page has noted of itself; times in ms since its navigation began. */
export interface Noted {
  /** from each key's event to the frame that shows its letter */
  keys: number[]
  /** the same as the Event Timing API says it: a multiple of 8, and 16 at least */
  events: number[]
  /** how far each frame came after the one before it, from `followFrames` on */
  frames: number[]
  longTasks: number[]
  layoutShift: number
  /** when the whole note could first be edited; 0 before that */
  editableAt: number
}

declare global {
  interface Window {
    noted: Noted & { followFrames: () => void }
  }
}

/** Has every page of `page` note how it does. To be called before it navigates. */
export async function watch(page: Page, lastWords: string): Promise<void> {
  await page.addInitScript(noteAll, lastWords)
}

/** Runs in the page, before its own scripts. */
function noteAll(lastWords: string): void {
  const noted: Window['noted'] = {
    keys: [],
    events: [],
    frames: [],
    longTasks: [],
    layoutShift: 0,
    editableAt: 0,
    followFrames: () => followFrames(performance.now()),
  }
  window.noted = noted
  const observers: PerformanceObserver[] = []
  const keyEvents = { type: 'event', buffered: true, durationThreshold: 16 }
  const observe = (kind: PerformanceObserverInit, note: (entry: PerformanceEntry) => void) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(note))
    observer.observe(kind)
    observers.push(observer)
  }
  observe({ type: 'layout-shift', buffered: true }, (entry) => {
    if (!('hadRecentInput' in entry && entry.hadRecentInput) && 'value' in entry)
      noted.layoutShift += Number(entry.value)
  })
  observe({ type: 'longtask', buffered: true }, (entry) => noted.longTasks.push(entry.duration))
  observe(keyEvents, (entry) => {
    if (entry.name === 'keydown') noted.events.push(entry.duration)
  })
  addEventListener('keydown', followKey, { capture: true })
  waitForText()

  function waitForText(): void {
    const editable = document.querySelector('[contenteditable=true]')
    if (editable?.textContent.includes(lastWords)) noted.editableAt = performance.now()
    else requestAnimationFrame(waitForText)
  }

  function followFrames(last: number): void {
    requestAnimationFrame(() => {
      const now = performance.now()
      noted.frames.push(now - last)
      followFrames(now)
    })
  }

  function followKey(event: KeyboardEvent): void {
    if (event.key.length > 1) return
    /** The letters of the paragraph that has the caret: nobody else writes in it. */
    const letters = () => {
      const node = event.view?.getSelection()?.anchorNode
      const element = node instanceof Element ? node : node?.parentElement
      return element?.closest('p, [contenteditable]')?.textContent.length ?? 0
    }
    const before = letters()
    const channel = new MessageChannel()
    // The message comes when the frame has been painted.
    channel.port1.addEventListener('message', () => {
      noted.keys.push(performance.now() - event.timeStamp)
      channel.port1.close()
    })
    channel.port1.start()
    const look = () => {
      if (letters() > before) channel.port2.postMessage(null)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }
}
