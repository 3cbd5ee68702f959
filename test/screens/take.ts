import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { person } from '../e2e/meeting.ts'
import { holdMeeting } from './room.ts'
import { isFor, stageFor, type Size } from './scene.ts'
import { scenes } from './scenes.ts'

const common = {
  locale: 'en-US',
  timezoneId: 'Europe/Berlin',
  reducedMotion: 'reduce',
  serviceWorkers: 'block', // it would answer what a scene keeps from coming
  permissions: ['clipboard-read', 'clipboard-write'],
} as const satisfies BrowserContextOptions
const sizes: Record<Size, { end: string; options: BrowserContextOptions }> = {
  desk: { end: '', options: { viewport: { width: 1440, height: 900 } } },
  tablet: { end: '-tablet', options: { viewport: { width: 900, height: 1100 }, hasTouch: true } },
  phone: { end: '-narrow', options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
}

/**
 * Takes a picture of every page and state, light and dark, on a desk, a tablet and a phone, into `folder`.
 *
 * @param only takes those alone whose names hold it
 * @throws at the end, with the names of those that could not be taken
 */
export async function takeScreens(browser: Browser, url: string, folder: string, only = ''): Promise<void> {
  await takeEmpty(browser, url, folder, only)
  const { notes, memory, close } = await holdMeeting(browser, url)
  const failed: string[] = []
  for (const scene of Object.values(scenes).flat()) {
    for (const size of ['desk', 'tablet', 'phone'] as const) {
      const { end, options } = sizes[size]
      const name = `${scene.name}${end}`
      if (!isFor(scene, size) || !name.includes(only)) continue
      const page = await person(browser, { ...common, ...options, storageState: memory })
      page.setDefaultTimeout(20_000)
      try {
        await scene.show(stageFor(page, url, notes, size))
        await shoot(page, join(folder, name))
      } catch (error) {
        failed.push(`${name}: ${String(error).split('\n', 3).join(' ')}`)
      }
      await page.context().close()
    }
  }
  await close()
  if (failed.length > 0) throw new Error(`not taken:\n${failed.join('\n')}`)
}

/** The lists while there is nothing to list. */
async function takeEmpty(browser: Browser, url: string, folder: string, only: string): Promise<void> {
  for (const size of ['desk', 'phone'] as const) {
    const { end, options } = sizes[size]
    for (const [path, name] of [
      ['/', 'home-empty'],
      ['/todos', 'todos-empty'],
      ['/decisions', 'decisions-empty'],
      ['/people', 'people-empty'],
    ] as const) {
      if (!`${name}${end}`.includes(only)) continue
      const page = await person(browser, { ...common, ...options })
      await page.goto(`${url}${path}`)
      await page.locator('.empty').waitFor()
      await shoot(page, join(folder, `${name}${end}`))
      await page.context().close()
    }
  }
}

/** The page as it is, in both themes; all of it where it is as printed. */
async function shoot(page: Page, path: string): Promise<void> {
  const isPrint = await page.evaluate(() => matchMedia('print').matches)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: `${path}-${colorScheme}.png`, fullPage: isPrint })
  }
}
