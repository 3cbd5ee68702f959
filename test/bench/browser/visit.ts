import { setTimeout } from 'node:timers/promises'
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test'
import { lastWords, ownParagraph } from './note-text.ts'
import { watch } from './watch.ts'

/** How long the browser works on a new tab, before anything is asked for in it. */
const newTabMs = 1500

/** A page that somebody has opened for the first time in a new browser. */
export interface Visit {
  page: Page
  context: BrowserContext
  devtools: CDPSession
  /** the scripts that it has fetched: their bytes by address */
  scripts: Map<string, Promise<Buffer>>
  close(): Promise<void>
}

/** Opens a page with an empty cache, by somebody who has a name. Resolves when the whole note can be edited. */
export async function visit(browser: Browser, url: string, slowness: number): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  if (slowness > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  await watch(page, lastWords)
  await page.addInitScript(() => {
    localStorage.setItem('minutebook:identity', JSON.stringify({ name: 'Measured', color: 'var(--person-1)' }))
  })
  const scripts = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.set(
        response.url(),
        response.body().catch(() => Buffer.alloc(0)),
      )
  })
  page.on('pageerror', (error) => console.error(error.stack))
  await setTimeout(newTabMs)
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.noted.editableAt > 0, undefined, { timeout: 120_000 })
  return { page, context, devtools, scripts, close: () => context.close() }
}

/** Puts the caret where nobody else writes. */
export async function enter({ page }: Visit): Promise<void> {
  await page.locator('[contenteditable=true] p').filter({ hasText: ownParagraph }).first().click()
  await page.keyboard.press('End')
}
