import { expect, type Locator } from '@playwright/test'
import { expectFits } from './fits.ts'
import { makeNote, person, saved, test, useServer, visit } from './meeting.ts'

const server = useServer()

const day = new Date().toISOString().slice(0, 10)

const file = `---
title: אסיפת המגדלור
datetime: ${day}
teams: [נמל]
participants: [דנה, יוסף]
---

## Agenda

- מנורה חדשה (10 min)
- חבלים

## Discussions

### מנורה חדשה

السلام عليكم، نبدأ.

## TODOs

- [ ] דנה: לקנות מנורה, היום (due ${day})

- [ ] نطلب الحبال.

Decision: קונים שתי מנורות.
`

/** How the words of the innermost element run that holds them. */
const runsIn = (place: Locator, words: string) =>
  place
    .getByText(words)
    .last()
    .evaluate((element) => getComputedStyle(element).direction)

for (const { name, viewport } of [
  { name: 'on a desk', viewport: { width: 1440, height: 900 } },
  { name: 'at 320 pixels', viewport: { width: 320, height: 480 } },
]) {
  test(`[N223, N127] what is written from right to left runs so in lists, panels and dialogs, ${name}`, async ({
    browser,
  }) => {
    const isNarrow = viewport.width < 500
    const id = await makeNote(server.url, file)
    const page = await person(browser, { viewport, reducedMotion: 'reduce' })
    await visit(page, `${server.url}/n/${id}`, 'Ada')
    await saved(page)
    await expectFits(page, 'note')
    if (isNarrow) await page.locator('.dock').getByRole('button', { name: 'Outline' }).click()
    expect(await runsIn(page.getByRole('navigation', { name: 'Outline' }).locator('a'), 'מנורה חדשה')).toBe('rtl')
    await expectFits(page, 'outline')
    await page.keyboard.press('Escape')
    if (isNarrow) await page.locator('.dock').getByRole('button', { name: 'TODOs' }).click()
    expect(await runsIn(page.getByRole('tabpanel'), 'לקנות מנורה')).toBe('rtl')
    expect(await runsIn(page.getByRole('tabpanel'), 'نطلب الحبال')).toBe('rtl')
    await expectFits(page, 'panel')
    await page.getByRole('tab', { name: /Decisions/ }).click()
    expect(await runsIn(page.getByRole('tabpanel'), 'קונים שתי מנורות')).toBe('rtl')
    await page.keyboard.press('Escape')
    await page
      .getByRole('button', { name: isNarrow ? 'More' : 'More ways to take the note with you', exact: true })
      .click()
    await page.getByRole('menuitem', { name: /Finish the meeting/ }).click()
    const review = page.getByRole('dialog', { name: 'Finish the meeting' })
    expect(await runsIn(review, 'نطلب الحبال')).toBe('rtl')
    await expectFits(page, 'finish')

    await page.goto(`${server.url}/todos`)
    const row = page.getByRole('listitem').filter({ hasText: 'לקנות מנורה' }).first()
    expect(await runsIn(row, 'לקנות מנורה')).toBe('rtl')
    await expectFits(page, 'TODOs')
    await page.goto(`${server.url}/decisions`)
    expect(await runsIn(page.locator('.log'), 'קונים שתי מנורות')).toBe('rtl')
    await expectFits(page, 'decisions')
    await page.goto(server.url)
    expect(await runsIn(page.locator('.note-row, .now-card').first(), 'אסיפת המגדלור')).toBe('rtl')
    await page.getByRole('combobox', { name: 'Search notes' }).fill('מנורה')
    expect(await runsIn(page.getByRole('option').nth(1), 'מנורה')).toBe('rtl')
    await expectFits(page, 'search')
  })
}
