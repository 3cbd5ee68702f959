import { expect } from '@playwright/test'
import {
  caretAtEnd,
  editor,
  importNote,
  introduce,
  kept,
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

const harborNote = (title: string) =>
  makeNote(server.url, `---\ntitle: ${title}\nteams: [Harbor]\n---\n\n# Notes\n\nFirst words.\n`)

test('[N100] a note opens without a network, and what is written then is sent on return', async ({ browser }) => {
  const ada = await person(browser)
  const id = await importNote(ada, server.url, sampleNote().file, 'Ada')
  await saved(ada)
  await kept(ada)
  await ada.context().setOffline(true)
  await ada.goto(`${server.url}/n/${id}`)
  await expect(editor(ada).getByText(sampleNote().lastTalk)).toBeVisible()
  await expect(ada.getByText("You're offline. Your changes are kept on this device and will sync.")).toBeVisible()
  await expect(syncLine(ada)).toHaveText('Offline')
  await caretAtEnd(ada, sampleNote().lastTalk)
  await ada.keyboard.press('Enter')
  await ada.keyboard.type('On the train.')
  await expect(syncLine(ada)).toHaveText(/^Offline, \d+ changes kept here$/)

  await ada.reload()
  await expect(editor(ada).getByText('On the train.')).toHaveCount(1)
  const download = ada.waitForEvent('download')
  await ada.keyboard.press('Control+s')
  const bytes = Buffer.concat(await (await (await download).createReadStream()).toArray())
  expect(bytes.toString('utf8')).toContain('On the train.')

  await ada.context().setOffline(false)
  await saved(ada)
  const markdown = await (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()
  expect(markdown.split('On the train.')).toHaveLength(2)
})

test('[N101] what a page has drawn once it draws without a network too', async ({ browser }) => {
  const ada = await person(browser)
  const id = await harborNote('Formulas')
  await visit(ada, `${server.url}/n/${id}`, 'Ada')
  await caretAtEnd(ada, 'First words.')
  await ada.keyboard.press('Enter')
  await ada.keyboard.type('So $x^2$ it is.')
  await caretAtEnd(ada, 'First words.')
  await expect(editor(ada).locator('.katex')).toHaveCount(1)
  await saved(ada)
  await kept(ada)
  const isKept = () =>
    ada.evaluate(async () => {
      const keys = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
      return keys.flat().some(({ url }) => /\/katex[\w-]+\.js$/.test(url))
    })
  await expect.poll(isKept).toBe(true)
  await ada.context().setOffline(true)
  await ada.reload()
  await expect(editor(ada).locator('.katex')).toHaveCount(1)
})

test('[N102] the device never answers for the server', async ({ browser }) => {
  const ada = await person(browser)
  await ada.goto(server.url)
  await kept(ada)
  const paths = ['/api/notes', '/readyz', '/livez', '/metrics', '/api/openapi.json']
  const ask = () =>
    ada.evaluate(async (all) => {
      const answers = await Promise.all(all.map((path) => fetch(path).catch(() => null)))
      return answers.map((answer) => answer?.status ?? 0)
    }, paths)
  expect(await ask()).toEqual([200, 200, 200, 200, 200])
  await ada.context().setOffline(true)
  expect(await ask()).toEqual([0, 0, 0, 0, 0])
})

test('[N108] [N109] the list without a network: what this browser knows, and what it has', async ({ browser }) => {
  const ada = await person(browser)
  const here = await harborNote('Lantern Weekly')
  await harborNote('Anchor Weekly')
  await visit(ada, `${server.url}/n/${here}`, 'Ada')
  await saved(ada)
  await ada.goto(server.url)
  await expect(ada.getByRole('link', { name: 'Anchor Weekly' })).toBeVisible()
  await kept(ada)

  await ada.context().setOffline(true)
  await ada.reload()
  await expect(ada.getByRole('status').filter({ hasText: "You're offline." })).toBeVisible()
  const rows = ada.locator('.note-row')
  await expect(rows.filter({ hasText: 'Anchor Weekly' })).toContainText('Not on this device')
  await expect(rows.filter({ hasText: 'Lantern Weekly' })).not.toContainText('Not on this device')
  await ada.getByRole('combobox', { name: 'Search notes' }).fill('lantern')
  await expect(ada.getByRole('option')).toHaveCount(1)
  await expect(ada.getByText('Only titles, teams and people')).toBeVisible()
  await ada.getByRole('combobox', { name: 'Search notes' }).fill('')

  await ada.getByRole('link', { name: 'Anchor Weekly' }).click()
  await expect(ada.getByRole('heading', { name: "You're offline" })).toBeVisible()
  await expect(ada.getByText('This note is not on this device yet.')).toBeVisible()
  await ada.getByRole('link', { name: 'All notes' }).click()
  await ada.getByRole('link', { name: 'Lantern Weekly' }).click()
  await expect(editor(ada).getByText('First words.')).toBeVisible()
  await ada.goBack()
  await ada.context().setOffline(false)
  await expect(ada.getByText("You're offline.")).toHaveCount(0)
})

test('[N110] a browser without service workers writes, and goes on while the network is away', async ({ browser }) => {
  const ada = await person(browser, { serviceWorkers: 'block' })
  await ada.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
  const id = await harborNote('Plain')
  await ada.goto(`${server.url}/n/${id}`)
  await introduce(ada, 'Ada')
  await saved(ada)
  expect(await ada.evaluate(() => 'serviceWorker' in navigator)).toBe(false)
  await ada.context().setOffline(true)
  await expect(syncLine(ada)).toHaveAttribute('data-state', 'offline')
  await caretAtEnd(ada, 'First words.')
  await ada.keyboard.type(' And more.')
  await ada.context().setOffline(false)
  await saved(ada)
})
