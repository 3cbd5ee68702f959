import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { png } from '../../server/src/image/test-images.ts'
import {
  caretAtEnd,
  editor,
  importNote,
  introduce,
  makeNote,
  person,
  sampleNote,
  saved,
  test,
  useServer,
  visit,
} from './meeting.ts'

const server = useServer()
const { file, lastTalk } = sampleNote()

interface Given {
  name: string
  type: string
  base64: string
}

const given = (name: string, bytes: Buffer, type = 'image/png'): Given => ({
  name,
  type,
  base64: bytes.toString('base64'),
})

/** Pastes files as a browser does, or drops them where the words `on` stand. */
async function bring(page: Page, files: Given[], on?: string): Promise<void> {
  const target =
    on === undefined ? editor(page) : editor(page).locator('p, h1, h2, h3, li').filter({ hasText: on }).last()
  await target.evaluate(
    (element, { files, isDrop }) => {
      const data = new DataTransfer()
      for (const { name, type, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        data.items.add(new File([bytes], name, { type }))
      }
      const { left, top, width, height } = element.getBoundingClientRect()
      const options = { bubbles: true, cancelable: true, clientX: left + width - 4, clientY: top + height / 2 }
      element.dispatchEvent(
        isDrop
          ? new DragEvent('drop', { ...options, dataTransfer: data })
          : new ClipboardEvent('paste', { ...options, clipboardData: data }),
      )
    },
    { files, isDrop: on !== undefined },
  )
}

const image = (page: Page, name: string): Locator => editor(page).getByRole('img', { name, exact: true })

/** The size with which an image is drawn, once it has come. */
async function shown(image: Locator): Promise<[width: number, height: number]> {
  await image.scrollIntoViewIfNeeded() // else it would not be fetched
  await expect
    .poll(() => image.evaluate((element) => element instanceof HTMLImageElement && element.naturalWidth > 0))
    .toBe(true)
  return image.evaluate((element) => [element.clientWidth, element.clientHeight])
}

const markdownOf = async (page: Page, id: string) =>
  (await page.request.get(`${server.url}/api/notes/${id}/markdown`)).text()

const alert = (page: Page) => page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Dismiss' }) })

test('[E160, E165, A112] a pasted screenshot is there for both, after a reload, and in the download', async ({
  browser,
}) => {
  const ada = await person(browser)
  const id = await importNote(ada, server.url, file, 'Ada Lovelace')
  const ben = await person(browser)
  await visit(ben, `${server.url}/n/${id}`, 'Ben Bitdiddle')
  await caretAtEnd(ada, lastTalk)
  await bring(ada, [given('floor plan.png', png(1600, 900))])
  for (const page of [ada, ben]) {
    const [width, height] = await shown(image(page, 'floor plan'))
    expect(width).toBeLessThan(700)
    expect(Math.round((width * 9) / 16)).toBe(Math.round(height))
  }
  await ada.keyboard.type('seen')
  await saved(ada)
  await ben.reload()
  await shown(image(ben, 'floor plan'))
  const download = ben.waitForEvent('download')
  await ben.keyboard.press('Control+s')
  const markdown = readFileSync(await (await download).path(), 'utf8')
  expect(markdown).toMatch(new RegExp(`${lastTalk}.*!\\[floor plan\\]\\(images/[0-9a-f]{32}-1600x900\\.png\\)seen\n`))
  expect(await markdownOf(ben, id)).toBe(markdown)
})

test('[E161, E162] it stands at its place while others write, and one undo takes it back', async ({ browser }) => {
  const ada = await person(browser)
  const id = await importNote(ada, server.url, file, 'Ada Lovelace')
  const ben = await person(browser)
  await visit(ben, `${server.url}/n/${id}`, 'Ben Bitdiddle')
  const { promise: gate, resolve: open } = Promise.withResolvers<void>()
  await ada.route('**/images', async (route) => {
    await gate
    await route.continue()
  })
  await caretAtEnd(ada, lastTalk)
  await bring(ada, [given('one.png', png(30, 20)), given('two.png', png(20, 30))])
  await expect(editor(ada).getByText('Adding one.png')).toBeVisible()
  await ada.keyboard.type(' and on')
  await caretAtEnd(ben, lastTalk)
  await ben.keyboard.press('Home')
  await ben.keyboard.type('Ben: ')
  await expect(editor(ada)).toContainText('Ben: ')
  await expect(editor(ben).locator('.image')).toHaveCount(0)
  expect(await markdownOf(ben, id)).not.toContain('images/')
  open()
  await shown(image(ben, 'two'))
  await shown(image(ben, 'one'))
  await saved(ada)
  const text = await markdownOf(ben, id)
  expect(text).toMatch(/!\[one\]\(images\/\S+\)\n *!\[two\]\(images\/\S+\) and on\n/)
  await editor(ada).press('Control+z')
  await editor(ada).press('Control+z')
  await expect(editor(ben).locator('.image')).toHaveCount(0)
  await expect(editor(ben)).toContainText('and on')
  await ada.keyboard.press('Control+y')
  await expect(editor(ben).locator('.image')).toHaveCount(1)
})

test('[E160] images that are dropped stand where they were dropped', async ({ browser }) => {
  const ada = await person(browser)
  const id = await importNote(ada, server.url, file, 'Ada Lovelace')
  await bring(ada, [given('drop.png', png(40, 40))], lastTalk)
  await shown(image(ada, 'drop'))
  await saved(ada)
  expect(await markdownOf(ada, id)).toMatch(new RegExp(`${lastTalk}.*!\\[drop\\]\\(images/`))
})

test('[E168] a phone chooses or takes an image by the menu', async ({ browser }) => {
  const phone = await person(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await importNote(phone, server.url, file, 'Ada Lovelace')
  await editor(phone).locator('p').first().tap()
  await phone.getByRole('button', { name: 'Insert a block' }).tap()
  await phone.keyboard.type('ima')
  const chooser = phone.waitForEvent('filechooser')
  await phone.getByRole('option', { name: 'Image' }).tap()
  expect(await (await chooser).element().getAttribute('accept')).toBe('image/*')
  await (await chooser).setFiles([{ name: 'board.png', mimeType: 'image/png', buffer: png(3000, 1500) }])
  const [width] = await shown(image(phone, 'board'))
  expect(width).toBeLessThan(390)
})

test('[E164, E169] what is never taken is said, and leaves nothing', async ({ browser }) => {
  const ada = await person(browser)
  const id = await importNote(ada, server.url, file, 'Ada Lovelace')
  const before = await markdownOf(ada, id)
  await caretAtEnd(ada, lastTalk)
  await bring(ada, [given('logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml')])
  await expect(alert(ada)).toContainText('logo.svg: SVG can run scripts')
  await bring(ada, [given('huge.png', png(9, 9, [0, 0, 0], 11 * 1024 * 1024))])
  await expect(alert(ada)).toContainText('huge.png was not added. The body may have 10485760 bytes (10 MiB)')
  await bring(ada, [given('broken.png', png(9, 9).subarray(0, 60))])
  await expect(alert(ada)).toContainText('broken.png was not added. The image is damaged')
  await expect(editor(ada).locator('.image-place')).toHaveCount(0)
  await saved(ada)
  expect(await markdownOf(ada, id)).toBe(before)
})

test('[E163] without a connection an image waits in the tab and is added when it is back', async ({ browser }) => {
  const ada = await person(browser)
  const id = await importNote(ada, server.url, file, 'Ada Lovelace')
  await caretAtEnd(ada, lastTalk)
  await ada.context().setOffline(true)
  await bring(ada, [given('later.png', png(30, 20))])
  await expect(editor(ada).getByText('later.png waits in this tab until the server answers')).toBeVisible()
  const asked = ada.waitForEvent('dialog')
  const left = ada.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await left
  await ada.keyboard.type(' meanwhile')
  await ada.context().setOffline(false)
  await shown(image(ada, 'later'))
  await saved(ada)
  expect(await markdownOf(ada, id)).toMatch(/!\[later\]\(images\/\S+\) meanwhile\n/)
})

test('[E164] what the server cannot take now can be tried again', async ({ browser }) => {
  const ada = await person(browser)
  await importNote(ada, server.url, file, 'Ada Lovelace')
  const refusal = { error: { code: 'not_stored', message: 'The server cannot save right now.' } }
  await ada.route('**/images', (route) => route.fulfill({ status: 503, json: refusal }), { times: 2 })
  await caretAtEnd(ada, lastTalk)
  await bring(ada, [given('again.png', png(30, 20))])
  await expect(alert(ada)).toContainText('again.png was not added. The server cannot save right now.')
  await alert(ada).getByRole('button', { name: 'Try again' }).click()
  const place = editor(ada).locator('.image-place')
  await place.getByRole('button', { name: 'Try again' }).click()
  await shown(image(ada, 'again'))
  await expect(place).toHaveCount(0)
})

test('[E167] an image is described, replaced and removed, with the keyboard and by pointer', async ({ browser }) => {
  const ada = await person(browser)
  const id = await importNote(ada, server.url, file, 'Ada Lovelace')
  await caretAtEnd(ada, lastTalk)
  await bring(ada, [given('a.png', png(60, 40))])
  await shown(image(ada, 'a'))
  await editor(ada).press('ArrowLeft')
  const bubble = ada.getByRole('form', { name: 'Image' })
  await expect(bubble).toBeVisible()
  await ada.keyboard.press('Enter')
  await expect(bubble.getByRole('textbox', { name: 'Description' })).toBeFocused()
  await ada.keyboard.press('Control+a')
  await ada.keyboard.type('The [new] plan')
  await ada.keyboard.press('Enter')
  await expect(bubble).toBeHidden()
  await expect(editor(ada)).toBeFocused()
  await shown(image(ada, 'The [new] plan'))

  await image(ada, 'The [new] plan').click()
  const chooser = ada.waitForEvent('filechooser')
  await bubble.getByRole('button', { name: 'Replace' }).click()
  await (await chooser).setFiles([{ name: 'b.png', mimeType: 'image/png', buffer: png(50, 70) }])
  await expect(image(ada, 'The [new] plan')).toHaveAttribute('src', /-50x70\.png$/)
  await saved(ada)
  expect(await markdownOf(ada, id)).toMatch(/!\[The \\\[new\\?\] plan\]\(images\/\S+-50x70\.png\)/)

  await image(ada, 'The [new] plan').click()
  await ada.keyboard.press('Escape')
  await expect(bubble).toBeHidden()
  await expect(editor(ada)).toBeFocused()
  await ada.keyboard.press('ArrowLeft')
  await bubble.getByRole('button', { name: 'Remove' }).click()
  await expect(editor(ada).locator('.image')).toHaveCount(0)
})

test('[E166, A112] an image that does not come is words; one that comes moves nothing', async ({ browser }) => {
  const ada = await person(browser)
  const hash = '0'.repeat(32)
  const text = `Before\n\n![The plan](images/${hash}-60x40.png)\n\nAfter\n`
  const id = await makeNote(server.url, text)
  await ada.goto(`${server.url}/n/${id}`)
  await introduce(ada, 'Ada Lovelace')
  await expect(editor(ada)).toContainText(`The plan (not shown: images/${hash}-60x40.png)`)
  expect(await markdownOf(ada, id)).toBe(text)
})

test('[E170] a copied image can be pasted into its note again', async ({ browser }) => {
  const ada = await person(browser)
  const id = await importNote(ada, server.url, file, 'Ada Lovelace')
  await caretAtEnd(ada, lastTalk)
  await bring(ada, [given('copy.png', png(60, 40))])
  await shown(image(ada, 'copy'))
  await image(ada, 'copy').click()
  await ada.keyboard.press('Control+c')
  await ada.keyboard.press('ArrowRight')
  await ada.keyboard.press('Control+v')
  await expect(image(ada, 'copy')).toHaveCount(2)
  await saved(ada)
  expect((await markdownOf(ada, id)).match(/\(images\//g)).toHaveLength(2)
})
