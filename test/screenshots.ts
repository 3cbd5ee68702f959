/**
 * `pnpm screenshots`: takes the pictures of the README, of a real server, with four people in a note.
 * `pnpm screenshots FOLDER`: takes every page and state instead, light and dark, on a desk, a tablet and a phone;
 * with a third word only those whose names hold it.
 */
import { readFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { browserFlags, ensureBrowser } from './browser.ts'
import { caretAtEnd, person, saved, visit } from './e2e/meeting.ts'
import { takeScreens } from './screens/take.ts'
import { startServer } from './server.ts'

const server = await startServer()
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags })
try {
  const folder = process.argv[2]
  if (folder === undefined) await takePictures()
  else await takeScreens(browser, server.url, folder, process.argv[3])
} finally {
  await browser.close()
  await server.dispose()
}

async function takePictures(): Promise<void> {
  const people = ['TomasB', 'JanaW', 'Amira', 'Yuki']
  const file = await readFile(new URL('./notes/2024-03-06.md', import.meta.url))
  const made = await fetch(`${server.url}/api/notes`, {
    method: 'POST',
    headers: { 'content-type': 'text/markdown' },
    body: file,
  })
  const address = server.url + (made.headers.get('location') ?? '')
  const screen = {
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  } as const
  const [viewer, ...others] = await Promise.all(people.map(() => person(browser, screen)))
  if (!viewer) throw new Error('nobody looks')
  await visit(viewer, address, people[0] ?? '')
  for (const [index, page] of others.entries()) await visit(page, address, people[index + 1] ?? '')
  const [jana, amira, yuki] = others
  if (!jana || !amira || !yuki) throw new Error('somebody is missing')

  // the meeting is in its second point
  await viewer.getByRole('button', { name: /^Start: / }).click()
  await viewer.getByRole('button', { name: /^Next: / }).click()
  await viewer
    .getByRole('textbox', { name: 'Note', exact: true })
    .getByRole('heading', { name: 'Others' })
    .scrollIntoViewIfNeeded()
  await viewer.locator('.sheet').evaluate((sheet) => sheet.scrollTo(0, sheet.scrollHeight))
  await caretAtEnd(jana, 'Remind people of open reviews')
  await jana.keyboard.type(' (due 2024-03-08)')
  await caretAtEnd(yuki, 'What the forum is for')
  await caretAtEnd(amira, 'Find dates for the next meetings.')
  await amira.keyboard.press('Enter')
  await amira.keyboard.type('Yuki: Bring the lamp.')
  await saved(viewer)
  await viewer.screenshot({ path: 'docs/images/note.png' })
  await viewer.emulateMedia({ colorScheme: 'dark' })
  await viewer.screenshot({ path: 'docs/images/note-dark.png' })
}
