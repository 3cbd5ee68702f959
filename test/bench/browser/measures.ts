import type { Browser } from '@playwright/test'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { create, int32 } from 'lib0/prng'
import type { Load } from '../sync/load/meter.ts'
import type { OpenPlace, Writers } from './places.ts'
import { enter, visit, type Visit } from './visit.ts'

export interface Typing {
  keys: number[]
  events: number[]
  /** of the process of the others */
  load: Load | null
}

/** How many ms the keys of somebody are apart, at least and less than; never in step with the frames. */
export type Pace = readonly [from: number, to: number]

/** About six keys a second. */
const quick: Pace = [110, 210]

/** Types in a note while others write in it, from real key events; in a meeting that goes on, where the page can hold one. */
export async function measureTyping(
  browser: Browser,
  { url, at, topic }: OpenPlace,
  writers: Writers,
  { slowness, keys, others, pace = quick }: { slowness: number; keys: number; others: number; pace?: Pace },
): Promise<Typing> {
  const open = await visit(browser, url, slowness)
  try {
    if (topic !== undefined) await open.page.getByRole('button', { name: `Start: ${topic}` }).click()
    await enter(open)
    if (others > 0) {
      await writers.ask('come', at.place, at.fragment, others)
      await writers.ask('type', 2)
    }
    await wait(2_000)
    await press(open, 10, pace)
    await open.page.evaluate(() => {
      window.noted.keys = []
      window.noted.events = []
    })
    await press(open, keys, pace)
    await wait(500)
    const rested = others > 0 ? await writers.ask('rest') : null
    const noted = await open.page.evaluate(() => window.noted)
    return { keys: noted.keys, events: noted.events, load: rested?.load ?? null }
  } finally {
    await writers.ask('leave')
    await open.close()
  }
}

async function press({ page }: Visit, count: number, pace = quick): Promise<void> {
  const random = create(count)
  for (let key = 0; key < count; key += 1) {
    await page.keyboard.press('etaoin'[key % 6] ?? 'e')
    await wait(int32(random, ...pace))
  }
}

export interface Opening {
  ms: number
  /** gzip, of all that was asked for before the note could be edited */
  scriptBytes: number
  layoutShift: number
}

/** Opens a note with an empty cache. */
export async function measureOpening(browser: Browser, { url }: OpenPlace, slowness: number): Promise<Opening> {
  const open = await visit(browser, url, slowness)
  try {
    await wait(2_000) // what comes late may still move something
    const { noted, asked } = await open.page.evaluate(() => ({
      noted: window.noted,
      asked: performance
        .getEntriesByType('resource')
        .filter(({ startTime }) => startTime < window.noted.editableAt)
        .map(({ name }) => name),
    }))
    let scriptBytes = 0
    for (const [address, body] of open.scripts) if (asked.includes(address)) scriptBytes += gzipSync(await body).length
    return { ms: noted.editableAt, scriptBytes, layoutShift: noted.layoutShift }
  } finally {
    await open.close()
  }
}

export interface Large {
  ms: number
  /** of everything that ran while it was scrolled, in ms */
  longestTask: number
  slowFrames: number
  keys: number[]
}

/** Opens a large note, scrolls through it and types in it, alone. */
export async function measureLarge(browser: Browser, { url }: OpenPlace, keys: number): Promise<Large> {
  const open = await visit(browser, url, 1)
  const { page } = open
  try {
    const ms = await page.evaluate(() => window.noted.editableAt)
    await wait(3_000)
    await page.mouse.move(720, 450)
    await page.evaluate(() => {
      window.noted.longTasks = []
      window.noted.followFrames()
    })
    for (let turn = 0; turn < 120; turn += 1) {
      await page.mouse.wheel(0, 400)
      await wait(16)
    }
    const scrolled = await page.evaluate(() => ({ frames: window.noted.frames, tasks: window.noted.longTasks }))
    await enter(open)
    await press(open, 5)
    await page.evaluate(() => (window.noted.keys = []))
    await press(open, keys)
    await wait(500)
    return {
      ms,
      longestTask: Math.max(0, ...scrolled.tasks),
      slowFrames: scrolled.frames.filter((frame) => frame > 50).length,
      keys: await page.evaluate(() => window.noted.keys),
    }
  } finally {
    await open.close()
  }
}
