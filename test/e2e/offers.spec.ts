import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { caretAtEnd, editor, kept, makeNote, person, saved, syncLine, test, useServer, visit } from './meeting.ts'

const server = useServer()
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const note = `---
title: Lamp call
participants:
- AlexJ
- Ann Bell
---

## Discussions

AJ: I will send a PR.

Some words.

- AB: I'll ask them
- AJ: no

## TODOs

AB: Buy a lamp.
`

const mark = (page: Page, words: string): Locator =>
  editor(page).getByRole('button', { name: `Make a TODO of “${words}”` })
const todo = (page: Page, words: string): Locator => editor(page).locator('p.todo').filter({ hasText: words })
const fileOf = async (id: string) => (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()
const accepted = note.replace('AJ: I will', 'TODO AJ: I will')

async function openAll(id: string, ...pages: Page[]): Promise<void> {
  for (const [index, page] of pages.entries()) {
    await visit(page, `${server.url}/n/${id}`, ['Ann', 'Ben'][index] ?? 'Cleo')
    await saved(page)
    await expect(mark(page, 'I will send a PR')).toBeVisible()
  }
}

test('[E196, E197] a promise is a TODO with one press, for everybody at once, and one undo gives the line back', async ({
  browser,
}) => {
  const id = await makeNote(server.url, note)
  const [ann, ben] = [await person(browser), await person(browser, phone)]
  await openAll(id, ann, ben)
  expect(await fileOf(id)).toBe(note)
  await expectAccessible(ann, 'offers')
  await expectAccessible(ben, 'offers on a phone')
  for (const page of [ann, ben]) {
    const place = await mark(page, 'I will send a PR').boundingBox()
    const line = await editor(page).locator('p.offered').first().boundingBox()
    const width = page.viewportSize()?.width ?? 0
    expect(place?.x).toBeGreaterThanOrEqual((line?.x ?? width) + (line?.width ?? 0) - 1)
    expect((place?.x ?? width) + (place?.width ?? 0)).toBeLessThanOrEqual(width)
  }

  await mark(ben, 'I will send a PR').tap()
  for (const page of [ann, ben]) {
    await expect(todo(page, 'I will send a PR.')).toBeVisible()
    await expect(mark(page, 'I will send a PR')).toHaveCount(0)
  }
  await expect(ann.getByRole('tabpanel').getByRole('checkbox', { name: 'Done: I will send a PR.' })).toBeVisible()
  await saved(ben)
  expect(await fileOf(id)).toBe(accepted)
  await editor(ben).focus()
  await ben.keyboard.press('Control+z')
  await expect(todo(ann, 'I will send a PR.')).toHaveCount(0)
  await expect(mark(ann, 'I will send a PR')).toBeVisible()
  await saved(ben)
  expect(await fileOf(id)).toBe(note)
})

test('[E196, E197, E198] with the keyboard alone: written, taken, set aside; typing says and moves nothing', async ({
  browser,
}) => {
  const id = await makeNote(server.url, note)
  const [ann, ben] = [await person(browser), await person(browser)]
  await openAll(id, ann, ben)
  await caretAtEnd(ann, 'Some words.')
  await ann.keyboard.press('Enter')
  const before = await editor(ann).boundingBox()
  await ann.keyboard.type('AJ: I will go there')
  await expect(mark(ann, 'I will go there')).toBeVisible()
  expect((await editor(ann).boundingBox())?.width).toBe(before?.width)
  await expect(ann.getByRole('status', { name: 'News of the meeting' })).not.toContainText('TODO')
  await ann.keyboard.press('Control+Enter')
  await expect(todo(ben, 'I will go there')).toBeVisible()
  await ann.keyboard.type('!')
  await expect(todo(ben, 'I will go there!')).toBeVisible()

  await caretAtEnd(ann, "I'll ask them")
  await ann.keyboard.press('Control+Shift+Enter')
  await ann.getByRole('menuitem', { name: 'Not a TODO' }).press('Enter')
  for (const page of [ann, ben]) await expect(mark(page, "I'll ask them")).toHaveCount(0)
  await expect(editor(ben).locator('.speaker').filter({ hasText: 'AB' }).first()).toBeVisible()
  await saved(ann)
  const file = await fileOf(id)
  expect(file).toBe(note.replace('Some words.\n', 'Some words.\n\nTODO AJ: I will go there!\n'))
  await ben.reload()
  await expect(mark(ben, 'I will send a PR')).toBeVisible()
  await expect(mark(ben, "I'll ask them")).toHaveCount(0)
  await ann.keyboard.press('Control+z')
  await expect(mark(ben, "I'll ask them")).toBeVisible()

  // the menu takes it, too
  await caretAtEnd(ben, "I'll ask them")
  await ben.keyboard.press('Control+Shift+Enter')
  await ben.getByRole('menuitem', { name: /Make a TODO of it/ }).click()
  await expect(todo(ann, "I'll ask them")).toBeVisible()
  await saved(ben)
  expect(await fileOf(id)).toBe(file.replace("- AB: I'll", "- [ ] AB: I'll"))

  // a note for reading offers nothing
  const headers = { 'content-type': 'application/json' }
  await fetch(`${server.url}/api/notes/${id}/finish`, { method: 'POST', headers, body: '{}' })
  for (const page of [ann, ben]) {
    await expect(editor(page)).toHaveAttribute('contenteditable', 'false')
    await expect(mark(page, 'I will send a PR')).toHaveCount(0)
  }
})

test('[E199] two who take a promise at the same time, one of them away, make one TODO', async ({ browser }) => {
  const id = await makeNote(server.url, note)
  const [ann, ben] = [await person(browser), await person(browser)]
  await openAll(id, ann, ben)
  await kept(ben)
  await ben.context().setOffline(true)
  await expect(syncLine(ben)).toContainText('Offline')
  for (const page of [ann, ben]) {
    await mark(page, 'I will send a PR').click()
    await mark(page, "I'll ask them").click()
    await expect(todo(page, 'I will send a PR.')).toBeVisible()
  }
  await saved(ann)
  await ben.reload() // without the server: what was done is kept on the device
  await expect(todo(ben, 'I will send a PR.')).toBeVisible()
  await ben.context().setOffline(false)
  const both = accepted.replace("- AB: I'll", "- [ ] AB: I'll")
  for (const page of [ben, ann]) await saved(page)
  await expect.poll(() => fileOf(id)).toBe(both)
  expect(await fileOf(id)).toBe(both)
  for (const page of [ann, ben]) {
    await expect(editor(page).locator('p.todo')).toHaveCount(3)
    await expect(page.getByRole('tabpanel').getByRole('checkbox')).toHaveCount(3)
  }
})
