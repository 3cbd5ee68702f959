import { expect, type Browser, type Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { caretAtEnd, editor, makeNote, person, saved, syncLine, test, useServer, visit } from './meeting.ts'

const server = useServer()

const meeting = `---
title: Lamp call
participants:
- Ann Bell
- MiaP
- MaxP
---

## Agenda

- Lamps
- Winches

## Discussions

### Lamps

They shine.

## TODOs and Decisions

Decision: We buy two lamps.

AB: Buy them

MP: Paint them.

TODO: Find a box.
`

const menu = (page: Page) => page.getByRole('button', { name: 'More ways to take the note with you' })
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

async function askToFinish(page: Page): Promise<void> {
  await menu(page).click()
  await page.getByRole('menuitem', { name: /Finish the meeting/ }).click()
  await expect(dialog(page, 'Finish the meeting')).toContainText('Find a box.')
}

async function finish(page: Page): Promise<void> {
  await askToFinish(page)
  await pressFinish(page)
  await expect(dialog(page, 'The meeting is finished')).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
}

const fileOf = async (id: string) => (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()

test('[G3, G11, G12] finishing names whose text is not in, and nothing of it is lost', async ({ browser }) => {
  const id = await makeNote(server.url, meeting)
  const [ann, ben] = [await person(browser), await person(browser)]
  await visit(ann, `${server.url}/n/${id}`, 'Ann')
  await visit(ben, `${server.url}/n/${id}`, 'Ben')
  for (const page of [ann, ben]) await saved(page)
  await ben.context().setOffline(true)
  await expect(syncLine(ben)).toContainText('Offline')
  await caretAtEnd(ben, 'They shine.')
  await ben.keyboard.type(' Brightly.')

  await askToFinish(ann)
  const review = dialog(ann, 'Finish the meeting')
  await expect(review).toContainText('Ben lost the connection', { timeout: 90_000 }) // told by his silence
  await expect(review).toContainText('MiaP or MaxP?')
  await expect(review.getByRole('button', { name: 'Winches' })).toBeVisible()
  await expect(review.getByRole('button', { name: 'Lamps' })).toHaveCount(0)
  await expectAccessible(ann, 'the review')
  await review.getByRole('button', { name: 'Finish', exact: true }).click()
  const end = dialog(ann, 'The meeting is finished')
  await expect(end.getByRole('textbox', { name: 'Summary' })).toHaveValue(/- \[ \] AB: Buy them/)
  await expectAccessible(ann, 'the end')
  await end.getByRole('button', { name: 'Done' }).click()
  await expect(ann.getByText('Ann finished this meeting at')).toBeVisible()
  await expect(editor(ann)).toHaveAttribute('contenteditable', 'false')
  expect(await fileOf(id)).toBe(meeting)

  await ben.context().setOffline(false)
  await expect(ben.getByText(/\d+ changes? made here came too late/)).toBeVisible()
  await expect(editor(ben)).toHaveAttribute('contenteditable', 'false')
  await expect(editor(ben)).toContainText('They shine. Brightly.')
  expect(await fileOf(id)).toBe(meeting)
  await expectAccessible(ben, 'what came too late')
  await ben.reload() // it is kept on the device
  await expect(ben.getByText(/\d+ changes? made here came too late/)).toBeVisible()
  await ben.getByRole('button', { name: 'Reopen and add' }).click()
  await expect(editor(ann)).toContainText('They shine. Brightly.')
  await expect(editor(ann)).toHaveAttribute('contenteditable', 'true')
  await saved(ben)
  expect(await fileOf(id)).toBe(meeting.replace('They shine.', 'They shine. Brightly.'))
})

test('[G11] the review leads to the line, and Escape leaves all as it is', async ({ browser }) => {
  const id = await makeNote(server.url, meeting)
  const ann = await person(browser)
  await visit(ann, `${server.url}/n/${id}`, 'Ann')
  await saved(ann)
  await askToFinish(ann)
  await dialog(ann, 'Finish the meeting').getByRole('button', { name: 'Find a box.' }).click()
  await expect(dialog(ann, 'Finish the meeting')).toBeHidden()
  await ann.keyboard.type('Today: ')
  await expect(editor(ann)).toContainText('Today:')
  await menu(ann).focus()
  await ann.keyboard.press('Enter')
  await expect(ann.getByRole('menuitem').first()).toBeFocused()
  await ann.keyboard.press('End')
  await ann.keyboard.press('ArrowUp') // the next meeting is the last
  await ann.keyboard.press('Enter')
  await expect(dialog(ann, 'Finish the meeting')).toBeVisible()
  await ann.keyboard.press('Escape')
  await expect(dialog(ann, 'Finish the meeting')).toBeHidden()
  await expect(editor(ann)).toHaveAttribute('contenteditable', 'true')
})

/** A meeting with Ann on a desk, and Ben on a phone. */
async function annAndPhone(browser: Browser): Promise<{ id: string; ann: Page; phone: Page }> {
  const id = await makeNote(server.url, meeting)
  const ann = await person(browser)
  const phone = await person(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await visit(ann, `${server.url}/n/${id}`, 'Ann')
  await visit(phone, `${server.url}/n/${id}`, 'Ben')
  await saved(ann)
  return { id, ann, phone }
}

test('[G10, G13] at the end TODOs are ticked and the summary is copied, on a phone too', async ({ browser }) => {
  const { id, ann, phone } = await annAndPhone(browser)
  await finish(ann)
  await expect(phone.getByText('Ann finished this meeting at')).toBeVisible()
  await expectAccessible(phone, 'a finished meeting on a phone')
  await ann.getByRole('tabpanel').getByRole('checkbox', { name: 'Done: Buy them' }).click()
  await expect(ann.getByRole('tabpanel').getByRole('checkbox', { name: 'Done: Buy them' })).toBeChecked()
  const { todos } = (await (await fetch(`${server.url}/api/notes/${id}/items`)).json()) as {
    todos: { done: boolean }[]
  }
  expect(todos.map(({ done }) => done)).toEqual([true, false, false])
  await ann.getByRole('tabpanel').getByRole('checkbox', { name: 'Done: Paint them.' }).click() // after another changed
  await expect(ann.getByRole('tabpanel').getByRole('checkbox', { name: 'Done: Paint them.' })).toBeChecked()
  await ann.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await ann.getByRole('button', { name: 'Copy summary' }).click()
  await expect(ann.getByText('Summary copied')).toBeVisible()
  expect(await ann.evaluate(() => navigator.clipboard.readText())).toContain('- Decision: We buy two lamps.')
  await phone.getByRole('button', { name: 'Reopen' }).tap()
  await expect(editor(ann)).toHaveAttribute('contenteditable', 'true')
})

/** What a press downloads: the file's name and words. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<[name: string, text: string]> {
  const download = page.waitForEvent('download')
  await press()
  const file = await download
  const bytes = Buffer.concat(await (await file.createReadStream()).toArray())
  return [file.suggestedFilename(), bytes.toString('utf8')]
}

const pressDownload = (page: Page) => () => page.getByRole('button', { name: 'Download version' }).click()

async function openVersions(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^More/ }).filter({ visible: true }).click()
  await page.getByRole('menuitem', { name: /^Versions/ }).click()
  await expect(dialog(page, 'Versions')).toBeVisible()
}

test('[G16] each version that was kept can be downloaded: from the line at the end, later, and on a phone', async ({
  browser,
}) => {
  const { ann, phone } = await annAndPhone(browser)
  await openVersions(ann)
  await expect(dialog(ann, 'Versions')).toContainText('No version is kept yet')
  await ann.keyboard.press('Escape')
  await finish(ann)
  expect(await downloaded(ann, pressDownload(ann))).toEqual([expect.stringMatching(/-version-1\.md$/), meeting])
  expect(await downloaded(phone, pressDownload(phone))).toEqual([expect.stringMatching(/-version-1\.md$/), meeting])

  await ann.getByRole('button', { name: 'Reopen' }).click()
  await caretAtEnd(ann, 'They shine.')
  await ann.keyboard.type(' Brightly.')
  await saved(ann)
  const later = meeting.replace('They shine.', 'They shine. Brightly.')
  await finish(ann)
  for (const page of [ann, phone]) {
    await openVersions(page)
    const list = dialog(page, 'Versions')
    await expect(list.getByRole('listitem')).toHaveCount(2)
    await expect(list.getByRole('listitem').first()).toContainText('Ann finished the meeting at')
    await expectAccessible(page, 'versions')
    for (const [number, text] of [
      [2, later],
      [1, meeting],
    ] as const) {
      const press = () => list.getByRole('button', { name: `Download Markdown of version ${number}` }).click()
      expect(await downloaded(page, press)).toEqual([expect.stringContaining(`-version-${number}.md`), text])
    }
    await page.keyboard.press('Escape')
  }
  await ann.context().setOffline(true)
  await ann.getByRole('button', { name: 'Download version' }).click()
  await expect(ann.getByRole('alert')).toContainText('The version is not downloaded.')
})

const pressFinish = (page: Page) =>
  dialog(page, 'Finish the meeting').getByRole('button', { name: 'Finish', exact: true }).click()

/** Presses Reopen if it is still there: somebody else may have been quicker. */
const pressReopen = (page: Page) =>
  page
    .getByRole('button', { name: 'Reopen' })
    .evaluateAll(([button]) => button instanceof HTMLElement && button.click())

const endOf = (page: Page) => page.getByText(/finished this meeting at/).textContent()

test('[G17] two finish at the same time, and nobody without a connection', async ({ browser }) => {
  const id = await makeNote(server.url, meeting)
  const [ann, ben] = [await person(browser), await person(browser)]
  await visit(ann, `${server.url}/n/${id}`, 'Ann')
  await visit(ben, `${server.url}/n/${id}`, 'Ben')
  for (const page of [ann, ben]) {
    await saved(page)
    await askToFinish(page)
  }
  await ben.context().setOffline(true)
  await pressFinish(ben)
  await expect(dialog(ben, 'Finish the meeting').getByRole('alert')).toContainText('The meeting is not finished.')
  await ben.keyboard.press('Escape')
  await caretAtEnd(ben, 'They shine.')
  await ben.keyboard.type(' Brightly.')
  await ben.context().setOffline(false)
  await saved(ben)
  const later = meeting.replace('They shine.', 'They shine. Brightly.')
  expect(await fileOf(id)).toBe(later)

  await askToFinish(ben)
  await Promise.all([pressFinish(ann), pressFinish(ben)])
  for (const page of [ann, ben]) {
    await expect(dialog(page, 'The meeting is finished')).toContainText('version 1')
    await page.getByRole('button', { name: 'Done' }).click()
  }
  expect(await endOf(ben)).toBe(await endOf(ann))

  // one reopens while the other does, unless that has come first, and both write on
  await expect(ann.getByRole('button', { name: 'Reopen' })).toBeVisible()
  await expect(ben.getByRole('button', { name: 'Reopen' })).toBeVisible()
  await Promise.all([ann, ben].map(pressReopen))
  for (const page of [ann, ben]) await expect(page.getByRole('textbox', { name: 'Note' })).toBeEditable()
  await caretAtEnd(ann, 'They shine.')
  await ann.keyboard.type(' Ann.')
  await caretAtEnd(ben, 'Find a box.')
  await ben.keyboard.type(' Ben.')
  for (const page of [ann, ben]) await saved(page)
  expect(await fileOf(id)).toBe(later.replace('Brightly.', 'Brightly. Ann.').replace('Find a box.', 'Find a box. Ben.'))
})
