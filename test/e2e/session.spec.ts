import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { startServer } from '../server.ts'
import {
  caretAtEnd,
  editor,
  importNote,
  person,
  sampleNote,
  saved,
  syncLine,
  test,
  useServer,
  visit,
} from './meeting.ts'

const server = useServer()

/** Writes a paragraph of its own at the end of the discussions. */
async function write(page: Page, words: string): Promise<void> {
  await caretAtEnd(page, sampleNote().lastTalk)
  await page.keyboard.press('Enter')
  await page.keyboard.type(words)
  await expect(editor(page).getByText(words)).toBeVisible()
}

/** How often each of these stands in the file that the server gives. */
async function countIn(url: string, id: string, words: readonly string[]): Promise<number[]> {
  const markdown = await (await fetch(`${url}/api/notes/${id}/markdown`)).text()
  return words.map((one) => markdown.split(one).length - 1)
}

/** The notes of which this browser has a copy. */
function copies(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''))
}

async function isOffline(page: Page): Promise<void> {
  await expect(syncLine(page)).toHaveAttribute('data-state', 'offline')
}

test('[N78] two tabs of one browser write on without a network, and it is there once', async ({ browser }) => {
  const first = await person(browser)
  const id = await importNote(first, server.url, sampleNote().file, 'Ada')
  await saved(first)
  const second = await first.context().newPage()
  await second.goto(`${server.url}/n/${id}`)
  await saved(second)

  await first.context().setOffline(true)
  await isOffline(first)
  await isOffline(second)
  await write(first, 'From the first tab.')
  await expect(editor(second).getByText('From the first tab.')).toHaveCount(1)
  await write(second, 'From the second tab.')
  await expect(editor(first).getByText('From the second tab.')).toHaveCount(1)
  await second.close()

  await first.context().setOffline(false)
  await saved(first)
  const words = ['From the first tab.', 'From the second tab.']
  expect(await countIn(server.url, id, words)).toEqual([1, 1])
  for (const one of words) await expect(editor(first).getByText(one)).toHaveCount(1)
})

test('[N73] a server that is restored from an older backup gets back what a page holds', async ({ browser }) => {
  const backup = await mkdtemp(join(tmpdir(), 'minutebook-backup-'))
  let own = await startServer()
  try {
    const ada = await person(browser)
    const ben = await person(browser)
    const id = await importNote(ada, own.url, sampleNote().file, 'Ada')
    await saved(ada)
    await own.stop()
    await cp(own.dataDir, backup, { recursive: true })
    own = await startServer({ dataDir: own.dataDir, port: own.port })
    await write(ada, 'After the backup.')
    await saved(ada)
    await visit(ben, `${own.url}/n/${id}`, 'Ben')
    await expect(editor(ben).getByText('After the backup.')).toHaveCount(1)

    await own.stop('SIGKILL')
    await rm(own.dataDir, { recursive: true })
    await cp(backup, own.dataDir, { recursive: true })
    own = await startServer({ dataDir: own.dataDir, port: own.port })
    expect(await countIn(own.url, id, ['After the backup.'])).toEqual([0])
    for (const page of [ada, ben]) {
      await page.bringToFront()
      await saved(page)
      await expect(editor(page).getByText('After the backup.')).toHaveCount(1)
    }
    expect(await countIn(own.url, id, ['After the backup.', sampleNote().lastTodo])).toEqual([1, 1])
  } finally {
    await own.dispose()
    await rm(backup, { recursive: true, force: true })
  }
})

test('[N80] [N81] a deleted note leaves the device, after what was not saved is offered', async ({ browser }) => {
  const ada = await person(browser)
  const ben = await person(browser)
  const id = await importNote(ada, server.url, sampleNote().file, 'Ada')
  await visit(ben, `${server.url}/n/${id}`, 'Ben')
  await saved(ada)
  await saved(ben)
  await ada.context().setOffline(true)
  await isOffline(ada)
  await write(ada, 'Only on the train.')

  expect((await fetch(`${server.url}/api/notes/${id}`, { method: 'DELETE' })).status).toBe(204)
  await expect(ben.getByRole('heading', { name: 'This note was deleted' })).toBeVisible()
  await expect.poll(() => copies(ben)).toEqual([])

  await ada.context().setOffline(false)
  await expect(ada.getByRole('heading', { name: "This note isn't here" })).toBeVisible()
  await ada.reload()
  await expect(ada.getByText(/changes? of yours did not reach the server/)).toBeVisible()
  expect(await copies(ada)).toEqual([`minutebook:${id}`])
  const download = ada.waitForEvent('download')
  await ada.getByRole('button', { name: 'Download my copy' }).click()
  const bytes = Buffer.concat(await (await (await download).createReadStream()).toArray())
  expect(bytes.toString('utf8')).toContain('Only on the train.')
  await expect.poll(() => copies(ada)).toEqual([])
  await ada.reload()
  await expect(ada.getByRole('heading', { name: "This note isn't here" })).toBeVisible()
  await expect(ada.getByRole('button', { name: 'Download my copy' })).toHaveCount(0)
})

test('[N82] an old page is told to reload after an upgrade, and its text is kept', async ({ browser }) => {
  const ada = await person(browser)
  // while `old` is set, the program that this browser runs knows no format
  await ada.addInitScript(() => {
    const Native = WebSocket
    window.WebSocket = class extends Native {
      constructor(url: string | URL, protocols?: string | string[]) {
        const isOld = localStorage.getItem('old') !== null
        super(isOld ? String(url).replace(/format=\d+/, 'format=0') : url, protocols)
      }
    }
  })
  const id = await importNote(ada, server.url, sampleNote().file, 'Ada')
  await saved(ada)
  await ada.context().setOffline(true)
  await isOffline(ada)
  await write(ada, 'With the old page.')
  await ada.evaluate(() => localStorage.setItem('old', 'yes'))
  await ada.context().setOffline(false)
  await expect(ada.getByRole('heading', { name: 'A newer Minutebook is here' })).toBeVisible()
  await expect(ada.getByText('What you wrote is kept on this device')).toBeVisible()
  expect(await countIn(server.url, id, ['With the old page.'])).toEqual([0])

  await ada.evaluate(() => localStorage.removeItem('old'))
  await ada.getByRole('button', { name: 'Reload' }).click()
  await saved(ada)
  await expect(editor(ada).getByText('With the old page.')).toHaveCount(1)
  expect(await countIn(server.url, id, ['With the old page.'])).toEqual([1])
})

test('[N83] the cursors of the others stay while the server restarts, and no ghosts are left', async ({ browser }) => {
  let own = await startServer()
  try {
    const ada = await person(browser)
    const ben = await person(browser)
    const id = await importNote(ada, own.url, sampleNote().file, 'Ada')
    await visit(ben, `${own.url}/n/${id}`, 'Ben')
    await caretAtEnd(ben, sampleNote().lastTalk)
    await expect(editor(ada).locator('.cursor b')).toHaveText(['Ben'])
    // counts how often a cursor goes out of the text
    await editor(ada).evaluate((root) => {
      const seen = { gone: 0 }
      Object.assign(window, { seen })
      new MutationObserver(() => {
        if (!root.querySelector('.cursor')) seen.gone += 1
      }).observe(root, { childList: true, subtree: true })
    })
    await own.stop()
    await expect(syncLine(ada)).not.toContainText('Saved')
    own = await startServer({ dataDir: own.dataDir, port: own.port })
    for (const page of [ada, ben]) await saved(page)
    await expect(editor(ada).locator('.cursor b')).toHaveText(['Ben'])
    expect(await ada.evaluate(() => (window as unknown as { seen: { gone: number } }).seen.gone)).toBe(0)
    await expect(ada.locator('.presence .avatar')).toHaveCount(2)

    await ben.close()
    await expect(editor(ada).locator('.cursor b')).toHaveCount(0)
    await expect(ada.locator('.presence .avatar')).toHaveCount(1)
  } finally {
    await own.dispose()
  }
})
