import { expect, type Page } from '@playwright/test'
import { caretAtEnd, editor, importNote, introduce, makeNote, person, sampleNote, saved, test } from './meeting.ts'
import { startRelease } from './releases.ts'

/** The script with which a page began. */
const entryOf = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type]')?.src ?? '')

const cachesOf = (page: Page) => page.evaluate(() => caches.keys())

async function kept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
}

const askForVersion = (page: Page) =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update()
  })

test('[N103] [N104] a new version is offered, loses nothing, and leaves other tabs their files', async ({
  browser,
}) => {
  const release = await startRelease()
  const { url } = release.server
  try {
    const ada = await person(browser)
    const id = await importNote(ada, url, sampleNote().file, 'Ada')
    await saved(ada)
    await kept(ada)
    const other = await ada.context().newPage()
    await other.goto(`${url}/n/${id}`)
    await saved(other)
    const before = await entryOf(ada)

    await release.next()
    await askForVersion(ada)
    const offer = ada.getByRole('status').filter({ hasText: 'A new version is ready.' })
    await expect(offer).toBeVisible()
    expect(await cachesOf(ada)).toHaveLength(2)
    await ada.context().setOffline(true)
    await caretAtEnd(ada, sampleNote().lastTalk)
    await ada.keyboard.press('Enter')
    await ada.keyboard.type('Just before.')
    await offer.getByRole('button', { name: 'Reload' }).click()
    await expect.poll(() => entryOf(ada).catch(() => before)).not.toBe(before)
    await expect(editor(ada).getByText('Just before.')).toHaveCount(1)
    await ada.context().setOffline(false)
    await saved(ada)

    // the other tab is of the old version, whose files the server does not have any more
    await expect(other.getByText('A new version is ready.')).toBeVisible()
    expect(await entryOf(other)).toBe(before)
    expect((await fetch(before)).status).toBe(404)
    expect(await other.evaluate(async (address) => (await fetch(address)).status, before)).toBe(200)
    await expect(editor(other).getByText('Just before.')).toHaveCount(1)
    expect(await cachesOf(ada)).toHaveLength(2)

    await other.close()
    await ada.reload()
    await saved(ada)
    await expect.poll(() => cachesOf(ada)).toHaveLength(1)
  } finally {
    await release.dispose()
  }
})

test('[N107] what an old page cannot load any more makes it offer the new version', async ({ browser }) => {
  const release = await startRelease()
  const { url } = release.server
  try {
    const ada = await person(browser, { serviceWorkers: 'block' })
    await importNote(ada, url, sampleNote().file, 'Ada')
    await saved(ada)
    const before = await entryOf(ada)
    await release.next()
    await caretAtEnd(ada, sampleNote().lastTalk)
    await ada.keyboard.press('Enter')
    await ada.keyboard.type('So $x^2$ it is.')
    await ada.keyboard.press('Enter')
    await ada.getByRole('button', { name: 'Reload' }).click()
    await expect.poll(() => entryOf(ada).catch(() => before)).not.toBe(before)
    await expect(editor(ada).locator('.katex')).toHaveCount(1)
  } finally {
    await release.dispose()
  }
})

test('[N107] a page that could not be loaded says so, and loads the new version', async ({ browser }) => {
  const release = await startRelease()
  const { url } = release.server
  try {
    const ada = await person(browser, { serviceWorkers: 'block' })
    await makeNote(url, sampleNote().markdown)
    await ada.goto(url)
    const link = ada.getByRole('link', { name: sampleNote().title })
    await expect(link).toBeVisible()
    await release.next()
    await link.click()
    await expect(ada.getByRole('heading', { name: 'This page stopped' })).toBeVisible()
    await ada.getByRole('main').getByRole('button', { name: 'Reload' }).click()
    await introduce(ada, 'Ada')
    await saved(ada)
  } finally {
    await release.dispose()
  }
})

test('[N111] a page that is too old for its server loads the version of the server', async ({ browser }) => {
  const release = await startRelease()
  const { url } = release.server
  try {
    const ada = await person(browser)
    // the program with which this browser began knows no format
    await ada.addInitScript(() => {
      const Native = WebSocket
      window.WebSocket = class extends Native {
        constructor(address: string | URL, protocols?: string | string[]) {
          const isOld = !document.querySelector('script[src*=".v2."]') && localStorage.getItem('old') !== null
          super(isOld ? String(address).replace(/format=\d+/, 'format=0') : address, protocols)
        }
      }
    })
    await importNote(ada, url, sampleNote().file, 'Ada')
    await saved(ada)
    await kept(ada)
    await ada.evaluate(() => localStorage.setItem('old', 'yes'))
    await release.next()
    await ada.reload()
    await expect(ada.getByRole('heading', { name: 'A newer Minutebook is here' })).toBeVisible()
    await ada.getByRole('button', { name: 'Reload' }).first().click()
    await saved(ada)
    expect(await entryOf(ada)).toContain('.v2.')
  } finally {
    await release.dispose()
  }
})
