import { expect, type Browser, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { editor, makeNote, person, saved, test, useServer, visit } from './meeting.ts'

const server = useServer()

const meeting = (title: string, day: string, team: string) => `---
title: ${title}, ${day}
datetime: ${day}T10:00:00+00:00
location: Online
teams:
  - ${team}
participants:
  - JanaW
  - BenK
---

## Agenda

- One

## TODOs and Decisions

JW: Paint the lamp.

BK: Order the glass.
`

const box = (page: Page, words: string): Locator =>
  editor(page).locator('p.todo').filter({ hasText: words }).locator('.check')

const isTicked = (page: Page, words: string) =>
  expect(editor(page).locator('p.todo').filter({ hasText: words })).toHaveClass(/done/)

/** The open TODOs of a team, as the list over all notes has them. */
async function listed(team: string): Promise<{ id: string; text: string; carried?: object }[]> {
  const answer = await fetch(`${server.url}/api/todos?team=${team}`)
  return (await answer.json()).todos
}

/** Opens the menu beside the download and chooses the next meeting. */
async function pressNext(page: Page): Promise<void> {
  const before = page.url()
  await page.getByRole('button', { name: 'More ways to take the note with you' }).click()
  await page.getByRole('menuitem', { name: /^Next meeting/ }).click()
  await page.waitForURL((url) => url.href !== before)
  await expect(editor(page)).toBeVisible()
}

async function open(browser: Browser, id: string, name: string): Promise<Page> {
  const page = await person(browser)
  await visit(page, `${server.url}/n/${id}`, name)
  await saved(page)
  return page
}

const idIn = (page: Page) => new URL(page.url()).pathname.replace('/n/', '')

test('[A130, A132, A133] three meetings in a row: a TODO is carried twice, and is the same one everywhere', async ({
  browser,
}) => {
  const first = await makeNote(server.url, meeting('Lamp call', '2099-03-04', 'lamps'))
  const chair = await open(browser, first, 'Chair')
  await pressNext(chair)
  await expect(chair.getByRole('heading', { level: 1 })).toContainText('Lamp call, 2099-03-11')
  const second = idIn(chair)
  await pressNext(chair)
  const third = idIn(chair)
  const [one, two] = [await open(browser, first, 'Ada'), await open(browser, second, 'Ben')]

  // by the API, as from the list over all notes
  const [paint] = await listed('lamps')
  expect(await listed('lamps')).toHaveLength(2)
  expect(paint).toMatchObject({ noteId: third, carried: { since: '2099-03-04', times: 2 } })
  await fetch(`${server.url}/api/todos/${paint?.id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: '{"done":true}',
  })
  for (const page of [one, two, chair]) await isTicked(page, 'Paint the lamp.')

  // in the oldest note, by hand
  await box(one, 'Order the glass.').click()
  for (const page of [two, chair]) await isTicked(page, 'Order the glass.')
  await expect.poll(() => listed('lamps')).toEqual([])

  // and opened again in the one between
  await box(two, 'Paint the lamp.').click()
  for (const page of [one, chair]) {
    await expect(editor(page).locator('p.todo').filter({ hasText: 'Paint the lamp.' })).not.toHaveClass(/done/)
  }
  await expect.poll(async () => (await listed('lamps')).map(({ text }) => text)).toEqual(['Paint the lamp.'])

  const panel = chair.getByRole('tabpanel')
  await expect(panel.locator('.carried summary')).toContainText('Carried over 2 from Mar 4')
  await expect(panel.locator('.carried small').first()).toHaveText('since Mar 4, carried 2×')
  await expect(panel.locator('.group:not(.carried)')).toHaveCount(0)
  await panel.getByRole('checkbox', { name: 'Done: Paint the lamp.' }).check()
  await isTicked(one, 'Paint the lamp.')
  await expectAccessible(chair, 'next meeting')
  await panel.getByRole('link', { name: 'Mar 4' }).first().click()
  await expect(chair).toHaveURL(new RegExp(`/n/${first}`))
})

test('[A131] where the next meeting is there already, the page says so and offers to open it', async ({ browser }) => {
  const id = await makeNote(server.url, meeting('Twice', '2099-03-04', 'twice'))
  const [ada, ben] = [await open(browser, id, 'Ada'), await open(browser, id, 'Ben')]
  await pressNext(ada)
  await ben.getByRole('button', { name: 'More ways to take the note with you' }).press('Enter')
  await expect(ben.getByRole('menuitem').first()).toBeFocused()
  await ben.keyboard.press('End')
  await ben.keyboard.press('Enter')
  const dialog = ben.getByRole('dialog', { name: 'The next meeting is there already' })
  await expect(dialog).toContainText('Twice, 2099-03-11')
  await expect(dialog).toContainText('Wednesday, March 11, 2099 · changed')
  await expect(dialog.getByRole('button', { name: 'Open it' })).toBeFocused()
  await expectAccessible(ben, 'next meeting')
  await ben.keyboard.press('Enter')
  await expect(ben).toHaveURL(ada.url())

  await ben.goto(`${server.url}/n/${id}`)
  await expect(editor(ben)).toBeVisible()
  await ben.getByRole('button', { name: 'More ways to take the note with you' }).click()
  await ben.getByRole('menuitem', { name: /^Next meeting/ }).click()
  await dialog.getByRole('button', { name: 'Make another' }).click()
  await expect(ben).toHaveURL(/\/n\/(?!undefined)/)
  await expect(dialog).toBeHidden()
  expect([id, idIn(ada)]).not.toContain(idIn(ben))
})

test('[A132] the list of notes makes the next meeting, by row, by key and as a new note', async ({ browser }) => {
  await makeNote(server.url, meeting('Far away', '2199-03-06', 'far'))
  const page = await person(browser)
  await page.goto(server.url)
  const row = page.locator('.note-row').filter({ hasText: 'Far away, 2199-03-06' })
  await row.hover()
  await row.getByRole('button', { name: 'Next meeting after Far away, 2199-03-06' }).click()
  await expect(page).toHaveURL(/\/n\//)
  await page.goBack()
  await row.getByRole('link').focus()
  await page.keyboard.press('Shift+N')
  const dialog = page.getByRole('dialog', { name: 'The next meeting is there already' })
  await expect(dialog).toContainText('Far away, 2199-03-13')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('n')
  await page.getByRole('button', { name: /^Next in the series After Far away, 2199-03-13/ }).click()
  await expect(page).toHaveURL(/\/n\//)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Far away, 2199-03-20')
})

test('[N264] a note of the list keeps the focus when it becomes one of a series', async ({ browser }) => {
  await makeNote(server.url, meeting('Focused', '2199-03-06', 'focus'))
  const page = await person(browser)
  await page.goto(server.url)
  const link = page.locator('.note-row').getByRole('link', { name: 'Focused, 2199-03-06' })
  await link.focus()
  await makeNote(server.url, meeting('Focused', '2199-03-13', 'focus'))
  await expect(page.locator('.note-row').getByRole('link', { name: 'Focused, 2199-03-13' })).toBeVisible()
  await expect(page.locator('section.series').filter({ hasText: 'Focused, 2199-03-13' })).toContainText('2199-03-06')
  await expect(link).toBeFocused()
  await page.keyboard.press('Shift+N')
  const dialog = page.getByRole('dialog', { name: 'The next meeting is there already' })
  await expect(dialog).toContainText('Focused, 2199-03-13')
})

test('[A132] on a phone: the next meeting from the menu, what came along in the sheet, and from a row', async ({
  browser,
}) => {
  const id = await makeNote(server.url, meeting('On the way', '2099-03-04', 'phones'))
  const page = await person(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await visit(page, `${server.url}/n/${id}`, 'Ada')
  await page.getByRole('button', { name: 'More', exact: true }).tap()
  await page.getByRole('menuitem', { name: /^Next meeting/ }).tap()
  await expect(page).not.toHaveURL(new RegExp(id))
  await page.getByRole('navigation', { name: 'Note' }).getByRole('button', { name: 'TODOs' }).tap()
  await expect(page.locator('.carried summary')).toContainText('Carried over 2 from Mar 4')
  await expectAccessible(page, 'next meeting')
  await page.goto(server.url)
  const row = page.locator('.note-row').filter({ hasText: 'On the way, 2099-03-04' })
  await row.getByRole('button', { name: /^Next meeting/ }).tap()
  await expect(page.getByRole('dialog', { name: 'The next meeting is there already' })).toBeVisible()
})

test('[A131] without the server, the page says what to do, and nothing is lost', async ({ browser }) => {
  const id = await makeNote(server.url, meeting('Away', '2099-03-04', 'away'))
  const page = await open(browser, id, 'Ada')
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'More ways to take the note with you' }).click()
  await page.getByRole('menuitem', { name: /^Next meeting/ }).click()
  await expect(page.getByRole('alert')).toContainText(/connected|saved/, { timeout: 10_000 })
  await expect(page).toHaveURL(new RegExp(id))
})
