import { expect, type Page } from '@playwright/test'
import { expectAccessible, looks, onlooker } from './axe.ts'
import { caretAtEnd, editor, introduce, makeNote, person, saved, test, useServer, visit } from './meeting.ts'

const server = useServer()

const filler = (count: number) =>
  Array.from({ length: count }, (_, index) => `Line ${index + 1} of the log.`).join('\n\n')

const harbor = `---
title: Harbor Weekly
datetime: 2024-03-06 10:00
teams: [Search]
participants: [AnaM, ȘtefanJ]
---

# Talk

${filler(60)}

The lighthouse keeper comes on Monday.

## TODOs

- [ ] @AnaM paint the lighthouse

${filler(30)}
`

const anchor = `---
title: Lighthouse plans
datetime: 2024-02-07 10:00
teams: [Search]
---

# Talk

Nothing of note.
`

const field = (page: Page) => page.getByRole('combobox', { name: 'Search notes' })
const options = (page: Page) => page.getByRole('option')
const chosen = (page: Page) => page.locator('[role=option][aria-selected=true]')

/** Two notes of a team, which keeps them apart from those of other tests. */
async function twoNotes(team = 'Search'): Promise<{ weekly: string; plans: string }> {
  const [weekly, plans] = [harbor, anchor].map((file) => makeNote(server.url, file.replace('[Search]', `[${team}]`)))
  return { weekly: (await weekly) ?? '', plans: (await plans) ?? '' }
}

/** Whether a line is in sight, and lights up. */
async function isShown(page: Page, words: string): Promise<boolean> {
  const line = editor(page).getByText(words)
  const lit = await line.evaluate((element) =>
    [element, element.parentElement, element.firstElementChild].some(
      (each) => each?.getAnimations().some(({ id }) => id === 'light-up') ?? false,
    ),
  )
  const box = await line.boundingBox()
  return lit && box !== null && box.y > 60 && box.y < (page.viewportSize()?.height ?? 0) - 60
}

test('[L90] [L91] [L93] by the keyboard alone: found while typing, chosen with arrows, opened at the line, which lights up', async ({
  browser,
}) => {
  const { weekly } = await twoNotes('Keys')
  const page = await person(browser)
  await visit(page, `${server.url}/n/${weekly}`, 'AnaM')
  await page.goto(`${server.url}/?team=Keys`)
  await expect(page.locator('.note-row').first()).toBeVisible()
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('lighth')
  await expect(options(page).first()).toHaveText(/Lighthouse plans/)
  await expect(page.getByText('2 notes found')).toBeAttached()
  await expect(options(page).first().locator('mark')).toHaveText('Lighth')
  await expect(chosen(page)).toHaveText(/Lighthouse plans/)
  await page.keyboard.type(' keep')
  await expect(options(page).first()).toHaveText(/Harbor Weekly/)
  await expect(page.getByText('1 note found')).toBeAttached()
  await page.keyboard.press('ArrowDown')
  await expect(chosen(page)).toHaveText(/The lighthouse keeper comes on Monday/)
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await chosen(page).getAttribute('id')) ?? '')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/n/${weekly}#line=`))
  await expect.poll(() => isShown(page, 'The lighthouse keeper comes')).toBe(true)
  await page.goBack()
  await expect(field(page)).toHaveValue('lighth keep')
  await field(page).focus()
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveValue('')
  await expect(page.locator('.note-row').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(field(page)).not.toBeFocused()
})

test('[L90] a slow answer to an older search does not take the place of a newer one, and nothing goes away meanwhile', async ({
  browser,
}) => {
  await twoNotes()
  const page = await person(browser)
  const held = Promise.withResolvers<void>()
  await page.route(/api\/search\?query=plans/, async (route) => {
    await held.promise
    await route.continue().catch(() => undefined) // nobody asks any more
  })
  await page.goto(server.url)
  await field(page).fill('keeper')
  await expect(options(page).first()).toHaveText(/Harbor Weekly/)
  await field(page).fill('plans')
  await page.waitForRequest(/query=plans/)
  await expect(options(page).first()).toHaveText(/Harbor Weekly/)
  await field(page).fill('ȘTEFAN')
  await expect(options(page).filter({ hasText: 'ȘtefanJ' }).first()).toBeVisible()
  held.resolve()
  await page.unrouteAll({ behavior: 'wait' })
  await expect(options(page).filter({ hasText: 'ȘtefanJ' }).first()).toBeVisible()
})

test('[L92] a line that moved and was edited is still found by its words; one that is gone is said to be', async ({
  browser,
}) => {
  const { weekly } = await twoNotes()
  const page = await person(browser)
  await visit(page, `${server.url}/n/${weekly}`, 'AnaM')
  await caretAtEnd(page, 'Line 1 of')
  for (let line = 0; line < 5; line += 1) {
    await page.keyboard.press('Enter')
    await page.keyboard.type('One more.')
  }
  await saved(page)
  await page.goto(`${server.url}/n/${weekly}#line=130&find=The+lighthouse+keeper+came+on+Monday`)
  await expect.poll(() => isShown(page, 'The lighthouse keeper comes')).toBe(true)
  await page.evaluate(() => (location.hash = '#line=4&find=no+such+words+anywhere'))
  await expect(page.getByText('The line that you looked for is not in this note any more.')).toBeVisible()
})

test('[L93, L113] from within a note: another one is found and opened at its line, or nothing changes', async ({
  browser,
}) => {
  const { plans } = await twoNotes()
  const page = await person(browser)
  await visit(page, `${server.url}/n/${plans}`, 'AnaM')
  await caretAtEnd(page, 'Nothing of note')
  await page.keyboard.press('ControlOrMeta+Shift+f')
  const dialog = page.getByRole('dialog', { name: 'Search all notes' })
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('x')
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('combobox')).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(editor(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Shift+f')
  await page.keyboard.type('paint')
  await expect(dialog.getByRole('option').first()).toBeVisible()
  await page.keyboard.type(' lighthouse')
  await page.keyboard.press('Enter') // at once: what is found is still that of the first word
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(/#line=\d+&find=paint/)
  await expect.poll(() => isShown(page, 'paint the lighthouse')).toBe(true)
})

test('[L94] [L91] without the server the notes that are known are searched, and odd searches are no errors', async ({
  browser,
}) => {
  await twoNotes()
  const page = await person(browser)
  await page.goto(server.url)
  await expect(page.locator('.note-row').first()).toBeVisible()
  await field(page).fill('"*(')
  await expect(page.getByRole('heading', { name: 'Nothing for “"*(”' })).toBeVisible()
  await field(page).fill('w'.repeat(4000))
  await expect(page.getByRole('heading', { name: /^Nothing for “w+…”$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Clear search' }).click()
  await expect(field(page)).toBeFocused()
  await page.context().setOffline(true)
  await field(page).fill('lighthouse')
  await expect(page.getByText('Only titles, teams and people')).toBeVisible()
  await expect(options(page).first()).toHaveText(/Lighthouse plans/)
  await page.context().setOffline(false)
  await expect(options(page).filter({ hasText: 'keeper' }).first()).toBeVisible()
  await expect(page.getByText('Only titles, teams and people')).toHaveCount(0)
})

for (const look of looks) {
  test(`[N120] axe finds nothing in the search, ${look.name}`, async ({ browser }) => {
    const { plans } = await twoNotes()
    const page = await onlooker(browser, look)
    await page.goto(server.url)
    await field(page).fill('lighthouse')
    await expect(options(page).first()).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expectAccessible(page, 'results')
    await page.context().setOffline(true)
    await field(page).fill('weekly')
    await expect(page.getByText('Only titles, teams and people')).toBeVisible()
    await expectAccessible(page, 'without the server')
    await page.context().setOffline(false)
    await page.goto(`${server.url}/n/${plans}`)
    await introduce(page, 'Ada')
    await saved(page)
    await page.keyboard.press('ControlOrMeta+Shift+f')
    await expect(page.getByRole('dialog', { name: 'Search all notes' })).toBeVisible()
    await expectAccessible(page, 'the empty dialog')
    await field(page).fill('lighthouse')
    await expect(options(page).first()).toBeVisible()
    await expectAccessible(page, 'results in the dialog')
    await field(page).fill('xyzzy')
    await expect(page.getByRole('heading', { name: 'Nothing for “xyzzy”' })).toBeVisible()
    await expectAccessible(page, 'nothing in the dialog')
  })
}
