import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { afterFrame } from './after-frame.ts'

let frames: (() => void)[] = []

beforeEach(() => {
  frames = []
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback))
  vi.stubGlobal('reportError', vi.fn())
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function draw(): void {
  for (const frame of frames.splice(0)) frame()
}

test('[N240] what waits for a frame is done after it, in order, and asks for one frame', () => {
  const done: string[] = []
  afterFrame(() => done.push('first'))
  afterFrame(() => done.push('second'))
  expect(frames).toHaveLength(1)
  draw()
  expect(done).toEqual([])
  vi.advanceTimersByTime(0)
  expect(done).toEqual(['first', 'second'])
  vi.advanceTimersByTime(1000)
  draw()
  expect(done).toHaveLength(2)
})

test('[N240] what comes when a frame has begun waits for the next one', () => {
  const done: string[] = []
  afterFrame(() => done.push('first'))
  draw()
  afterFrame(() => done.push('second'))
  vi.advanceTimersByTime(0)
  expect(done).toEqual(['first'])
  draw()
  vi.advanceTimersByTime(0)
  expect(done).toEqual(['first', 'second'])
})

test('[N240] where nothing is drawn it goes on all the same, and a frame that comes late ends nothing else', () => {
  const done: string[] = []
  afterFrame(() => done.push('first'))
  vi.advanceTimersByTime(100)
  expect(done).toEqual(['first'])
  afterFrame(() => done.push('second'))
  frames.shift()?.()
  vi.advanceTimersByTime(0)
  expect(done).toEqual(['first'])
  draw()
  vi.advanceTimersByTime(0)
  expect(done).toEqual(['first', 'second'])
})

test('[N240] it comes behind whatever else waits, but not for long', () => {
  const postTask = vi.fn<(run: () => void, options: object) => Promise<void>>()
  vi.stubGlobal('scheduler', { postTask })
  const done: string[] = []
  afterFrame(() => done.push('first'))
  draw()
  expect(postTask).toHaveBeenCalledExactlyOnceWith(expect.any(Function), { priority: 'background' })
  expect(done).toEqual([])
  vi.advanceTimersByTime(100)
  expect(done).toEqual(['first'])
  postTask.mock.calls[0]?.[0]()
  expect(done).toEqual(['first'])
})

test('[N240] one that fails is reported, and keeps no other from its turn', () => {
  const second = vi.fn<() => void>()
  afterFrame(() => {
    throw new Error('broken')
  })
  afterFrame(second)
  draw()
  vi.advanceTimersByTime(0)
  expect(second).toHaveBeenCalledOnce()
  expect(reportError).toHaveBeenCalledWith(new Error('broken'))
})
