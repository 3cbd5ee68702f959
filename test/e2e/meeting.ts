import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  expect,
  test as base,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test'
import { startServer, type RunningServer } from '../server.ts'

/** A note to hold the story with, and what a reader of it expects the server to find. */
export interface SampleNote {
  file: string
  markdown: string
  title: string
  people: number
  agenda: number
  /** the owner of its TODOs as written, and whom that certainly means */
  owner: { label: string; participant: string }
  todos: number
  /** how its one decision begins */
  decision: string
  /** the last paragraph of the discussions, where people type together */
  lastTalk: string
  lastTodo: string
}

const own = fileURLToPath(new URL('../notes/2024-03-06.md', import.meta.url))

/** The project's own note, and the one that `MINUTEBOOK_SEED` holds, where it is set. */
export function sampleNotes(): SampleNote[] {
  const samples: SampleNote[] = [
    {
      file: own,
      markdown: readFileSync(own, 'utf8'),
      title: 'Lighthouse Weekly, March 6, 2024',
      people: 11,
      agenda: 6,
      owner: { label: 'JW', participant: 'JanaW' },
      todos: 6,
      decision: 'Rename "Help" to "Harbor".',
      lastTalk: 'What the forum is for',
      lastTodo: 'Find dates for the next meetings.',
    },
  ]
  const seed = process.env['MINUTEBOOK_SEED']
  if (seed) {
    const file = join(seed, '2023-10-25.md')
    samples.push({
      file,
      markdown: readFileSync(file, 'utf8'),
      title: 'Community Gathering, October 25, 2023',
      people: 11,
      agenda: 6,
      owner: { label: 'RD', participant: 'RăzvanD' },
      todos: 6,
      decision: 'Rename "Support forum" to "Forum".',
      lastTalk: 'Role of the support forum',
      lastTodo: 'Schedule other meetings.',
    })
  }
  return samples
}

/** The project's own note. */
export function sampleNote(): SampleNote {
  const [note] = sampleNotes()
  if (!note) throw new Error('there is no sample note')
  return note
}

async function everybodyLeaves(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()))
}

/** A test after which everybody leaves: pages that stay open would slow the next tests down. */
export const test = base.extend<{ leaving: void }>({
  leaving: [
    async ({ browser }, use) => {
      await use()
      await everybodyLeaves(browser)
    },
    { auto: true },
  ],
})

/** A server of its own for each test of a file: what one makes is in no list that another looks at. */
export function useServer(): { readonly url: string } {
  let server: RunningServer | null = null
  test.beforeEach(async () => {
    server = await startServer()
  })
  test.afterEach(async ({ browser }) => {
    await everybodyLeaves(browser)
    await server?.dispose()
    server = null
  })
  return {
    get url() {
      if (!server) throw new Error('the server runs during a test only')
      return server.url
    },
  }
}

/** A browser of its own for somebody. */
export async function person(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(error.stack))
  return page
}

/** Says one's name where Minutebook asks for it, as it does on the first note that a browser opens. */
export async function introduce(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'What is your name?' })
  await dialog.getByRole('textbox').fill(name)
  await dialog.getByRole('textbox').press('Enter')
  await expect(dialog).toBeHidden()
}

/** Opens a note for the first time in this browser. */
export async function visit(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url)
  await introduce(page, name)
  await expect(editor(page)).toBeVisible()
}

export const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Note', exact: true })

export const syncLine = (page: Page): Locator => page.locator('.sync')

export async function saved(page: Page): Promise<void> {
  await expect(syncLine(page)).toContainText('Saved')
}

/** Waits until this browser has on the device what it needs to begin without a network. */
export async function kept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state))
    .toBe('activated')
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
}

/** Makes a note from Markdown without a browser, and gives its id. */
export async function makeNote(url: string, markdown: string): Promise<string> {
  const headers = { 'content-type': 'text/markdown' }
  const answer = await fetch(`${url}/api/notes`, { method: 'POST', headers, body: markdown })
  return (answer.headers.get('location') ?? '').replace('/n/', '')
}

/** Imports a file on the home page and waits until its note is open. Resolves with the note's id. */
export async function importNote(page: Page, url: string, file: string, name: string): Promise<string> {
  await page.goto(url)
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.waitForURL(/\/n\/[^/]+$/)
  await introduce(page, name)
  await expect(editor(page)).toBeVisible()
  return new URL(page.url()).pathname.replace('/n/', '')
}

/** Puts the caret at the end of the block whose text holds `text`. */
export async function caretAtEnd(page: Page, text: string): Promise<void> {
  await expect(editor(page)).toHaveAttribute('contenteditable', 'true')
  await editor(page).locator('p, h1, h2, h3, li').filter({ hasText: text }).last().click()
  await page.keyboard.press('End')
}

/** The words of the editor, a block a line, without what is only drawn. */
export async function wordsOf(page: Page): Promise<string[]> {
  return editor(page).evaluate((root) => {
    const drawn = '[contenteditable=false], .ProseMirror-widget, .cursor, .ProseMirror-separator'
    return [...root.querySelectorAll('p, h1, h2, h3, h4, pre')].map((block) => {
      const copy = block.cloneNode(true) as Element
      for (const element of copy.querySelectorAll(drawn)) element.remove()
      return copy.textContent.replaceAll('\u2060', '').replaceAll('\uFEFF', '')
    })
  })
}

/** Waits until the editor holds a block of exactly these words, however often carets stand between them. */
export async function expectBlock(page: Page, words: string, count = 1): Promise<void> {
  await expect.poll(async () => (await wordsOf(page)).filter((block) => block === words).length, words).toBe(count)
}

/** The file with `line` and a blank one added below the paragraph that ends with `after`, every other byte as it was. */
export function withLine(file: string, after: string, line: string): string {
  const at = file.indexOf(`${after}\n`)
  if (at < 0 || file.includes(`${after}\n`, at + 1)) throw new Error(`"${after}" does not stand in the file once`)
  const end = at + after.length + 1
  return `${file.slice(0, end)}\n${line}\n${file.slice(end)}`
}
