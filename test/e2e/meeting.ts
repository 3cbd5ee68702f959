import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test'

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

/** A browser of its own for somebody, who has said their name where Minutebook asks for it. */
export async function person(browser: Browser, name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(`${name}: ${error.stack}`))
  await page.addLocatorHandler(page.getByRole('dialog', { name: /name/i }), async (dialog) => {
    await dialog.getByRole('textbox').first().fill(name)
    await dialog.getByRole('textbox').first().press('Enter')
    await expect(dialog).toBeHidden()
  })
  return page
}

export const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Note', exact: true })

export const syncLine = (page: Page): Locator => page.locator('.sync')

export async function saved(page: Page): Promise<void> {
  await expect(syncLine(page)).toContainText('Saved', { timeout: 20_000 })
}

/** Imports a file on the home page and waits until its note is open. Resolves with the note's id. */
export async function importNote(page: Page, url: string, file: string): Promise<string> {
  await page.goto(url)
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.waitForURL(/\/n\/[^/]+$/)
  await expect(editor(page)).toBeVisible()
  return new URL(page.url()).pathname.replace('/n/', '')
}

/** Puts the caret at the end of the block whose text holds `text`. */
export async function caretAtEnd(page: Page, text: string): Promise<void> {
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

/** The lines that `after` has beyond those of `before`, which must all be there in their order. */
export function addedLines(before: string, after: string): string[] {
  const old = before.split('\n')
  const added: string[] = []
  let at = 0
  for (const line of after.split('\n')) {
    if (at < old.length && line === old[at]) at += 1
    else added.push(line)
  }
  expect(old.slice(at), 'lines of the file that are gone or changed').toEqual([])
  return added
}
