import { expect, type Page } from '@playwright/test'
import { caretAtEnd, editor, makeNote, person, saved, test, useServer, visit } from './meeting.ts'

const server = useServer()

const file = `---
title: Signal call
participants: [AnaM, BenK]
---

# Signal call

The lámp is **on**, the Lamp is old.

${Array.from({ length: 40 }, (_, index) => `Line ${index + 1} of the log.`).join('\n\n')}

A lamplight, and a last lamp.
`

const made = async () => `/n/${await makeNote(server.url, file)}`

async function markdown(page: Page): Promise<string> {
  await saved(page)
  const id = new URL(page.url()).pathname.replace('/n/', '')
  return (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()
}

const bar = (page: Page) => page.getByRole('search', { name: 'Find in the note' })
const field = (page: Page) => bar(page).getByRole('textbox', { name: 'Find' })
const count = (page: Page) => bar(page).getByRole('status')

/** Whether the current match is seen: in the sheet, and not under the bar. */
async function isSeen(page: Page): Promise<boolean> {
  const match = await editor(page).locator('.found.now').boundingBox()
  const [over, sheet] = [await bar(page).boundingBox(), await page.locator('.sheet').boundingBox()]
  if (!match || !over || !sheet) return false
  const bottom = Math.min(sheet.y + sheet.height, page.viewportSize()?.height ?? 0)
  return match.y >= over.y + over.height && match.y + match.height <= bottom
}

test('[E239] what is typed before the bar is here stands in it, and not in the note', async ({ browser }) => {
  const page = await person(browser)
  const late = Promise.withResolvers<void>()
  await page.route(/assets\/FindBar-[^/]+\.js/, async (route) => {
    await late.promise
    await route.continue()
  })
  await visit(page, server.url + (await made()), 'AnaM')
  await saved(page)
  await caretAtEnd(page, 'Line 3 of the log.')
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('line')
  await page.keyboard.press('Escape')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('lam')
  await expect(bar(page)).toHaveCount(0)
  late.resolve()
  await expect(bar(page)).toBeVisible()
  await page.keyboard.type('pl')
  await expect(field(page)).toHaveValue('lampl')
  await expect(count(page)).toHaveText('1 of 1')
  expect(await markdown(page)).toBe(file)
})

test('[E113] by the keyboard alone: found, gone through, replaced, and left with the match selected', async ({
  browser,
}) => {
  const page = await person(browser)
  await visit(page, server.url + (await made()), 'AnaM')
  await caretAtEnd(page, 'Line 1 of')
  await page.keyboard.press('ControlOrMeta+f')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('lamp')
  await expect(count(page)).toHaveText('3 of 4')
  await expect.poll(() => isSeen(page)).toBe(true)
  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText('4 of 4')
  await page.keyboard.press('F3')
  await expect(count(page)).toHaveText('1 of 4')
  await expect(editor(page).locator('.found.now')).toHaveText('lámp')
  await expect.poll(() => isSeen(page)).toBe(true)
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Shift+F3')
  await expect(count(page)).toHaveText('3 of 4')

  await bar(page).getByRole('button', { name: 'Whole words' }).press('Enter')
  await expect(count(page)).toHaveText('3 of 3')
  await bar(page).getByRole('button', { name: 'Match case' }).press('Enter')
  await expect(count(page)).toHaveText('1 of 1')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type('light')
  await expect.poll(() => markdown(page)).toBe(file.replace('a last lamp.', 'a last light.'))
})

test('[E112] all are replaced as one step of undo, and the marks stay', async ({ browser }) => {
  const page = await person(browser)
  await visit(page, server.url + (await made()), 'AnaM')
  await page.keyboard.press('ControlOrMeta+f')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('on')
  await bar(page).getByRole('button', { name: 'Whole words' }).click()
  await expect(count(page)).toHaveText('1 of 1')
  await bar(page).getByRole('button', { name: 'Replace', exact: true }).click()
  await bar(page).getByRole('textbox', { name: 'Replace with' }).fill('off')
  await bar(page).getByRole('button', { name: 'Replace all' }).click()
  await expect(count(page)).toHaveText('1 replaced')
  await expect.poll(() => markdown(page)).toBe(file.replace('**on**', '**off**'))
  await bar(page).getByRole('button', { name: 'Whole words' }).click()
  await field(page).fill('lamp')
  await bar(page).getByRole('textbox', { name: 'Replace with' }).fill('light')
  await bar(page).getByRole('button', { name: 'Replace all' }).click()
  await expect(count(page)).toHaveText('4 replaced')
  const replaced = file.replace('**on**', '**off**').replace(/l[aá]mp/gi, 'light')
  await expect.poll(() => markdown(page)).toBe(replaced)
  await page.keyboard.press('Escape')
  await editor(page).press('ControlOrMeta+z')
  await expect.poll(() => markdown(page)).toBe(file.replace('**on**', '**off**'))
})

test('[E111] what is found follows what somebody else types', async ({ browser }) => {
  const [ana, ben] = [await person(browser), await person(browser)]
  const location = await made()
  await visit(ana, server.url + location, 'AnaM')
  await visit(ben, server.url + location, 'BenK')
  await ana.keyboard.press('ControlOrMeta+f')
  await expect(field(ana)).toBeFocused()
  await ana.keyboard.type('lamp')
  await expect(count(ana)).toHaveText('1 of 4')
  await ana.keyboard.press('Enter')
  await ana.keyboard.press('Enter')
  await expect(count(ana)).toHaveText('3 of 4')
  await caretAtEnd(ben, 'Line 2 of')
  await ben.keyboard.type(' A lamp.')
  await expect(count(ana)).toHaveText('4 of 5')
  await expect(editor(ana).locator('.found')).toHaveText(['lámp', 'Lamp', 'lamp', 'lamp', 'lamp'])
})

test('[E113] on a phone the menu opens it, and a match is seen below it', async ({ browser }) => {
  const page = await person(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await visit(page, server.url + (await made()), 'AnaM')
  await page.getByRole('button', { name: 'More', exact: true }).tap()
  await page.getByRole('menuitem', { name: 'Find and replace' }).tap()
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('last')
  await expect(count(page)).toHaveText('1 of 1')
  await expect.poll(() => isSeen(page)).toBe(true)
  await bar(page).getByRole('button', { name: 'Close' }).tap()
  await expect(bar(page)).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('last')
})
