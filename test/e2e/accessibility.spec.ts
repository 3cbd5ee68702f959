import { expect, type Page } from '@playwright/test'
import { startServer } from '../server.ts'
import { expectAccessible, looks, onlooker } from './axe.ts'
import {
  caretAtEnd,
  editor,
  introduce,
  makeNote,
  person,
  sampleNote,
  saved,
  syncLine,
  test,
  useServer,
  visit,
} from './meeting.ts'

const server = useServer()

const isNarrow = (page: Page) => (page.viewportSize()?.width ?? 0) < 500

/** Opens the panel where it is a sheet, and shows one of its tabs. */
async function showTab(page: Page, name: RegExp): Promise<void> {
  if (isNarrow(page)) await page.getByRole('button', { name: 'TODOs', exact: true }).click()
  await page.getByRole('tab', { name }).click()
}

async function closePanel(page: Page): Promise<void> {
  if (!isNarrow(page)) return
  await page.keyboard.press('Escape')
  await expect(page.locator('.end[data-open]')).toHaveCount(0)
}

for (const look of looks) {
  test(`[N120] axe finds nothing in the list of notes, ${look.name}`, async ({ browser }) => {
    const own = await startServer()
    try {
      const page = await onlooker(browser, look)
      await page.goto(own.url)
      await expect(page.getByRole('heading', { name: 'No notes yet' })).toBeVisible()
      await expectAccessible(page, 'no notes')
    } finally {
      await own.dispose()
    }
    const id = await makeNote(server.url, sampleNote().markdown)
    await makeNote(
      server.url,
      '---\ntitle: Anchor Weekly\ndatetime: 2024-03-01 10:00\nteams: [Harbor]\n---\n\n## Talk\n',
    )
    const guest = await person(browser)
    await visit(guest, `${server.url}/n/${id}`, 'Gil')
    const page = await onlooker(browser, look)
    await page.goto(server.url)
    await expect(page.getByText('In progress').first()).toBeVisible()
    await expectAccessible(page, 'notes')
    if (isNarrow(page)) {
      await page.getByRole('button', { name: 'Teams' }).click()
      await expectAccessible(page, 'teams')
      await page.keyboard.press('Escape')
    }
    await page.keyboard.press('n')
    await expect(page.getByRole('dialog', { name: 'New note' })).toBeVisible()
    await expectAccessible(page, 'new note')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+,')
    await expect(page.getByRole('dialog', { name: 'Preferences' })).toBeVisible()
    await expectAccessible(page, 'preferences')
    await page.getByRole('button', { name: 'Your name and color' }).last().click()
    await expect(page.getByRole('dialog', { name: 'What is your name?' })).toBeVisible()
    await expectAccessible(page, 'name and color')
    await page.keyboard.press('Escape')
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        { name: 'one.md', mimeType: 'text/markdown', buffer: Buffer.from('# One\n\n- [ ] Ann: call\n') },
        { name: 'two.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
      ])
    await expect(page.getByRole('dialog', { name: '1 of 2 files imported' })).toBeVisible()
    await expectAccessible(page, 'import')
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('combobox', { name: 'Search notes' }).fill('xyzzy')
    await expect(page.getByRole('heading', { name: 'Nothing for “xyzzy”' })).toBeVisible()
    await expectAccessible(page, 'search without result')
    await page.goto(`${server.url}/nowhere`)
    await expect(page.getByRole('heading', { name: "This page isn't here" })).toBeVisible()
    await expectAccessible(page, 'no such page')
  })

  test(`[N120] axe finds nothing in a note, ${look.name}`, async ({ browser }) => {
    const id = await makeNote(server.url, sampleNote().markdown)
    const guest = await person(browser)
    await visit(guest, `${server.url}/n/${id}`, 'Gil')
    await caretAtEnd(guest, sampleNote().lastTalk)
    const page = await onlooker(browser, look)
    await page.goto(`${server.url}/n/${id}`)
    await introduce(page, 'Ada')
    await saved(page)
    await expect(editor(page).locator('.cursor')).toHaveCount(1)
    await expectAccessible(page, 'a note')
    await showTab(page, /TODOs/)
    await expectAccessible(page, 'TODOs')
    await page.getByRole('tab', { name: /Decisions/ }).click()
    await expectAccessible(page, 'decisions')
    await page.getByRole('tab', { name: /People/ }).click()
    await expectAccessible(page, 'people')
    await page.getByRole('tab', { name: 'Source' }).click()
    await expect(page.locator('.end').getByText(sampleNote().lastTalk)).toBeVisible()
    await expectAccessible(page, 'source')
    await closePanel(page)
    if (isNarrow(page)) {
      await page.getByRole('button', { name: 'Outline', exact: true }).last().click()
      await expectAccessible(page, 'outline')
      await page.keyboard.press('Escape')
    }
    await page.getByRole('button', { name: isNarrow(page) ? 'More' : 'More ways to take the note with you' }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await expectAccessible(page, 'download menu')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+/')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await expectAccessible(page, 'shortcuts')
    await page.keyboard.press('Escape')
  })

  test(`[N120] axe finds nothing in what floats over a note, ${look.name}`, async ({ browser }) => {
    const markdown =
      '---\nparticipants: [JanaW, Mihnea]\n---\n\n## Talk\n\nSome [words](https://example.org).\n\n## TODOs\n\n- [ ] JW: Buy a lamp due 2024-03-20\n'
    const page = await onlooker(browser, look)
    await visit(page, `${server.url}/n/${await makeNote(server.url, markdown)}`, 'Ada')
    await saved(page)
    await caretAtEnd(page, 'Some words')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/')
    await expect(page.getByRole('listbox', { name: 'Insert' })).toBeVisible()
    await expectAccessible(page, 'slash menu')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('@')
    await expect(page.getByRole('listbox', { name: 'People' })).toBeVisible()
    await expectAccessible(page, '@ menu')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('More words')
    await page.keyboard.press('Shift+Home')
    await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible()
    await expectAccessible(page, 'selection toolbar')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('form', { name: 'Link' })).toBeVisible()
    await expectAccessible(page, 'link bubble')
    await page.keyboard.press('Escape')
    await editor(page).locator('.owner').click()
    await expect(page.getByRole('combobox', { name: 'Owner' })).toBeVisible()
    await expectAccessible(page, 'owner picker')
    await page.keyboard.press('Escape')
    await editor(page).locator('.due').click()
    await expect(page.getByRole('combobox', { name: 'Due date' })).toBeVisible()
    await expectAccessible(page, 'due picker')
    await page.keyboard.press('Escape')
  })

  test(`[N120] axe finds nothing where something is wrong, ${look.name}`, async ({ browser }) => {
    const id = await makeNote(server.url, sampleNote().markdown)
    const page = await onlooker(browser, look)
    await visit(page, `${server.url}/n/${id}`, 'Ada')
    await saved(page)
    await page.context().setOffline(true)
    await expect(page.getByText("You're offline.")).toBeVisible()
    await expect(syncLine(page)).toHaveAttribute('data-state', 'offline')
    await expectAccessible(page, 'offline')
    await page.context().setOffline(false)
    await saved(page)
    await fetch(`${server.url}/api/notes/${id}`, { method: 'DELETE' })
    await expect(page.getByRole('heading', { name: 'This note was deleted' })).toBeVisible()
    await expectAccessible(page, 'deleted')
    await page.goto(`${server.url}/n/nothing-of-the-kind`)
    await expect(page.getByRole('heading', { name: "This note isn't here" })).toBeVisible()
    await expectAccessible(page, 'not found')
    const broken = await makeNote(server.url, '---\ntitle: [\n---\n\nText\n')
    await page.goto(`${server.url}/n/${broken}`)
    await expect(editor(page)).toBeVisible()
    await expectAccessible(page, 'front matter as text')

    const failing = await onlooker(browser, look)
    await failing.context().route('**/assets/NotePage-*.js', (route) => route.abort())
    await failing.goto(`${server.url}/n/${broken}`)
    await expect(failing.getByRole('heading', { name: 'This page stopped' })).toBeVisible()
    await expectAccessible(failing, 'error page')
  })
}
