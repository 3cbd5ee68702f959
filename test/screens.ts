import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { caretAtEnd, editor, person, saved, visit } from './e2e/meeting.ts'

/** Takes a picture of every page and state, light and dark, on a desk and on a phone, into `folder`. */
export async function takeScreens(browser: Browser, url: string, folder: string): Promise<void> {
  const empty = await person(browser, desk)
  await empty.goto(url)
  await empty.getByRole('heading', { name: 'No notes yet' }).waitFor()
  await shoot(empty, join(folder, 'home-empty'))
  const id = await fill(url)
  const guest = await person(browser, desk)
  await visit(guest, `${url}/n/${id}`, 'JanaW')
  await caretAtEnd(guest, 'What the forum is for')
  for (const [size, options] of [
    ['', desk],
    ['-narrow', phone],
  ] as const) {
    const page = await person(browser, options)
    await page.goto(url)
    await page.getByText('In progress').first().waitFor()
    for (const [name, show, hide] of homeStates) await take(page, join(folder, `home${name}${size}`), show, hide)
    await visit(page, `${url}/n/${id}`, 'Amira')
    await saved(page)
    const isNarrow = size !== ''
    for (const [name, show, hide] of noteStates(isNarrow))
      await take(page, join(folder, `note${name}${size}`), show, hide)
  }
}

type Step = (page: Page) => Promise<unknown>

const escape: Step = (page) => page.keyboard.press('Escape')

const homeStates: readonly [name: string, show: Step, hide: Step][] = [
  ['', async () => undefined, async () => undefined],
  ['-new', (page) => page.keyboard.press('n'), escape],
  ['-preferences', (page) => page.keyboard.press('Control+,'), escape],
  ['-shortcuts', (page) => page.keyboard.press('?'), escape],
  [
    '-nothing',
    async (page) => {
      await page.getByRole('combobox').fill('xyzzy')
      await page.getByRole('heading', { name: /^Nothing for/ }).waitFor()
    },
    (page) => page.getByRole('button', { name: 'Clear search' }).click(),
  ],
  [
    '-offline',
    async (page) => {
      await page.context().setOffline(true)
      await page.getByText("You're offline.").waitFor({ timeout: 30_000 })
    },
    (page) => page.context().setOffline(false),
  ],
]

function noteStates(isNarrow: boolean): readonly [name: string, show: Step, hide: Step][] {
  const tab =
    (name: RegExp): Step =>
    async (page) => {
      if (isNarrow) await page.locator('.dock').getByRole('button', { name: 'TODOs' }).click()
      await page.getByRole('tab', { name }).click()
    }
  const close: Step = isNarrow ? escape : async () => undefined
  const menu = isNarrow ? 'More' : 'More ways to take the note with you'
  return [
    ['', async () => undefined, async () => undefined],
    ['-todos', tab(/TODOs/), close],
    ['-decisions', tab(/Decisions/), close],
    ['-people', tab(/People/), close],
    ['-source', tab(/Source/), close],
    ['-menu', (page) => page.getByRole('button', { name: menu, exact: true }).click(), escape],
    ['-preferences', (page) => page.keyboard.press('Control+,'), escape],
    ['-shortcuts', (page) => page.keyboard.press('Control+/'), escape],
    ['-slash', typing('/'), async (page) => page.keyboard.press('Backspace')],
    ['-people-menu', typing('@'), async (page) => page.keyboard.press('Backspace')],
    [
      '-offline',
      async (page) => {
        await page.context().setOffline(true)
        await page.getByText("You're offline.").waitFor()
        await page.locator('.sheet').evaluate((sheet) => sheet.scrollTo(0, 0))
      },
      (page) => page.context().setOffline(false),
    ],
  ]
}

/** Types at the end of the discussions. */
function typing(sign: string): Step {
  return async (page) => {
    await caretAtEnd(page, 'What the forum is for')
    await page.keyboard.type(` ${sign}`)
    await editor(page).page().getByRole('listbox').waitFor()
  }
}

async function take(page: Page, path: string, show: Step, hide: Step): Promise<void> {
  await show(page)
  await shoot(page, path)
  await hide(page)
}

/** The page as it is, in both themes. */
async function shoot(page: Page, path: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: `${path}-${colorScheme}.png` })
  }
}

const common = { locale: 'en-US', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' } as const
const desk: BrowserContextOptions = { ...common, viewport: { width: 1440, height: 900 } }
const phone: BrowserContextOptions = {
  ...common,
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
}

/** Makes some notes, and gives the id of the one that is opened. */
async function fill(url: string): Promise<string> {
  const file = await readFile(new URL('./notes/2024-03-06.md', import.meta.url), 'utf8')
  const post = async (body: string) => {
    const headers = { 'content-type': 'text/markdown' }
    const made = await fetch(`${url}/api/notes`, { method: 'POST', headers, body })
    return (made.headers.get('location') ?? '').replace('/n/', '')
  }
  for (const day of ['2024-02-28', '2024-02-21', '2024-01-31']) {
    await post(file.replaceAll('2024-03-06', day).replace(/^title: .*$/m, `title: Lighthouse Weekly of ${day}`))
  }
  return post(file)
}
