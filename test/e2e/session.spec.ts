import { expect, test, type Page } from '@playwright/test'
import { caretAtEnd, editor, importNote, person, sampleNotes, saved, syncLine, useServer, visit } from './meeting.ts'

// they wait for connections to come back, and a slow machine takes its time
test.describe.configure({ timeout: 150_000 })

const server = useServer()

function sample() {
  const [note] = sampleNotes()
  if (!note) throw new Error('there is no sample note')
  return note
}

/** Writes a paragraph of its own at the end of the discussions. */
async function write(page: Page, words: string): Promise<void> {
  await caretAtEnd(page, sample().lastTalk)
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

test('[N80] [N81] a deleted note leaves the device, after what was not saved is offered', async ({ browser }) => {
  const ada = await person(browser)
  const ben = await person(browser)
  const id = await importNote(ada, server.url, sample().file, 'Ada')
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
  const id = await importNote(ada, server.url, sample().file, 'Ada')
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
