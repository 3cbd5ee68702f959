import { expect, type Browser, type Page } from '@playwright/test'
import { caretAtEnd, editor, makeNote, person, saved, syncLine, test, useServer, visit } from './meeting.ts'

const server = useServer()

const first = `---
title: Quay weekly, 2099-03-04
datetime: 2099-03-04T10:00:00+00:00
location: Online
teams:
  - Quay
participants:
  - MihneaP
  - MariaP
  - JanaW
---

## Agenda

- Lamps

## Discussions

### Lamps

They shine.

## TODOs and Decisions

JW: Paint the lamp.

MP: Order the glass.
`

const todo = (page: Page, words: string) => editor(page).locator('p.todo').filter({ hasText: words })
const owner = (page: Page, words: string) => todo(page, words).locator('.owner').first()
const idIn = (page: Page) => new URL(page.url()).pathname.replace('/n/', '')
const fileOf = async (id: string) => (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()

async function open(browser: Browser, id: string, name: string): Promise<Page> {
  const page = await person(browser)
  await visit(page, `${server.url}/n/${id}`, name)
  await saved(page)
  return page
}

async function choose(page: Page, entry: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'More ways to take the note with you' }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

/** Goes on to the next meeting, and gives the id of its note. */
async function nextMeeting(page: Page): Promise<string> {
  const before = page.url()
  await choose(page, /^Next meeting/)
  await page.waitForURL((url) => url.href !== before)
  await saved(page)
  return idIn(page)
}

test('[A128, A130, G3, G12, G16, L55, P26, P30] three meetings in a row, as a team holds them', async ({ browser }) => {
  const one = await makeNote(server.url, first)
  const chair = await open(browser, one, 'Chair')

  // in the first meeting nobody can say who MP is; the chair says it once
  await expect(owner(chair, 'Order the glass.')).toHaveAttribute('title', /Not sure who MP is: MihneaP or MariaP/)
  await owner(chair, 'Order the glass.').click()
  await chair.keyboard.type('mih')
  await expect(chair.getByRole('listbox', { name: 'People' }).getByRole('option').first()).toContainText(
    'MP is MihneaP',
  )
  await chair.keyboard.press('Enter')
  await expect(owner(chair, 'Order the glass.')).toHaveAttribute('title', 'MihneaP')
  expect(await fileOf(one)).toBe(first)

  // the TODOs come along twice, and the second and third note know who MP is
  const two = await nextMeeting(chair)
  await expect(chair.getByRole('heading', { level: 1 })).toContainText('Quay weekly, 2099-03-11')
  await expect(owner(chair, 'Order the glass.')).toHaveAttribute('title', 'MihneaP')
  const three = await nextMeeting(chair)
  await expect(chair.getByRole('heading', { level: 1 })).toContainText('Quay weekly, 2099-03-18')
  await expect(owner(chair, 'Order the glass.')).toHaveAttribute('title', 'MihneaP')
  const carried = chair.getByRole('tabpanel').locator('.carried')
  await expect(carried.locator('summary')).toContainText('Carried over 2 from Mar 4')
  await expect(carried.locator('small').first()).toHaveText('since Mar 4, carried 2×')
  expect(new Set([one, two, three]).size).toBe(3)

  // ticked in the list over all notes, seen at once in the old note, the one between and the new one
  const [ada, ben] = [await open(browser, one, 'Ada'), await open(browser, two, 'Ben')]
  const reader = await person(browser)
  await reader.goto(`${server.url}/todos?team=Quay`)
  const row = (words: string) => reader.locator('.todo').filter({ hasText: words })
  await expect(row('Paint the lamp.')).toHaveCount(1)
  await row('Paint the lamp.').getByRole('checkbox').click()
  for (const page of [ada, ben, chair]) await expect(todo(page, 'Paint the lamp.')).toHaveClass(/done/)
  await expect(row('Order the glass.').getByRole('checkbox')).not.toBeChecked()
  await todo(ada, 'Order the glass.').locator('.check').click()
  for (const page of [ben, chair]) await expect(todo(page, 'Order the glass.')).toHaveClass(/done/)
  await expect(row('Order the glass.').getByRole('checkbox')).toBeChecked()
  await todo(ben, 'Order the glass.').locator('.check').click()
  for (const page of [ada, chair]) await expect(todo(page, 'Order the glass.')).not.toHaveClass(/done/)

  // the third meeting is finished while somebody's words are still on their laptop
  const mia = await open(browser, three, 'Mia')
  await mia.context().setOffline(true)
  await expect(syncLine(mia)).toContainText('Offline')
  await caretAtEnd(mia, 'Order the glass.')
  await mia.keyboard.type(' Two panes.')
  await expect(syncLine(mia)).toContainText('kept here')
  await choose(chair, /^Finish the meeting/)
  const review = chair.getByRole('dialog', { name: 'Finish the meeting' })
  await expect(review).toContainText('Mia lost the connection')
  await expect(review).not.toContainText('Owners who are not certain')
  await review.getByRole('button', { name: 'Finish', exact: true }).click()
  const end = chair.getByRole('dialog', { name: 'The meeting is finished' })
  await expect(end.getByRole('textbox', { name: 'Summary' })).toHaveValue(
    /- \[x\] JW: Paint the lamp\.\n- \[ \] MP: Order/,
  )
  await end.getByRole('button', { name: 'Done' }).click()
  const kept = await fileOf(three)
  expect(kept).not.toContain('Two panes.')

  // Mia comes back: it is said, and brought in by reopening; finished again, both versions are there
  await mia.context().setOffline(false)
  await expect(mia.getByText(/made here came too late/)).toBeVisible()
  await mia.getByRole('button', { name: 'Reopen and add' }).click()
  await expect(editor(chair)).toContainText('Two panes.')
  await choose(chair, /^Finish the meeting/)
  await expect(review).not.toContainText('lost the connection')
  await review.getByRole('button', { name: 'Finish', exact: true }).click()
  await expect(end).toContainText('version 2')
  const version = async (number: number) =>
    (await fetch(`${server.url}/api/notes/${three}/versions/${number}/markdown`)).text()
  expect([await version(1), await version(2)]).toEqual([
    kept,
    kept.replace('Order the glass.', 'Order the glass. Two panes.'),
  ])
  expect(await fileOf(one)).toBe(first)
})
