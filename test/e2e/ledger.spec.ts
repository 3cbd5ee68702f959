import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { expectAccessible, looks, onlooker } from './axe.ts'
import { editor, makeNote, person, saved, test, useServer, visit, kept } from './meeting.ts'

const server = useServer()

const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

interface Sample {
  team: string
  title?: string
  body?: string
  date?: string
}

/** A note of a team of its own, so that each test has its own list. */
function note({ team, title = `Call of ${team}`, date = day(-2), body = usual }: Sample): Promise<string> {
  return makeNote(
    server.url,
    `---\ntitle: ${title}\ndatetime: ${date}\nteams:\n- ${team}\nparticipants:\n- Ann Bell\n- ȘtefanJ\n---\n\n# ${title}\n\n${body}`,
  )
}

const usual = `${Array.from({ length: 30 }, (_, index) => `Talk ${index + 1}.`).join('\n\n')}

## TODOs and Decisions

- [ ] AB: Order the \`lamps\` by ${day(1)}

- [ ] AB/SJ: Paint the **second** boat by ${day(-3)}

- [ ] MP: Ask about the pier

- [ ] Find a date

- [x] SJ: Sweep the deck

Decision: We meet every Wednesday.
`

/** Many TODOs of one owner. */
const tasks = (name: string) =>
  Array.from({ length: 150 }, (_, index) => `- [ ] ${name}: Task ${index + 1}`).join('\n\n')

const list = (page: Page) => page.locator('.ledger, .log')
/** The first one: a TODO stands under each of its owners. */
const row = (page: Page, words: string) => list(page).getByRole('listitem').filter({ hasText: words }).first()
const box = (page: Page, words: string) => row(page, words).getByRole('checkbox')
const heads = (page: Page) => list(page).getByRole('heading', { level: 2 })

async function openList(page: Page, address: string): Promise<void> {
  await page.goto(`${server.url}${address}`)
  await expect(page.getByRole('listitem').and(page.locator('[data-key]')).first()).toBeVisible()
}

test('[L40, L54, L98] TODOs of all meetings stand under each of those who certainly own them', async ({ browser }) => {
  await note({ team: 'harbor' })
  const page = await person(browser)
  await openList(page, '/todos?team=harbor')
  await expect(heads(page)).toHaveText(['Ann Bell', 'MP', 'ȘtefanJ', 'No owner yet'])
  await expect(list(page).getByRole('listitem').filter({ hasText: 'Paint the second boat' })).toHaveCount(2)
  await expect(row(page, 'Paint the second boat')).toContainText('SJ')
  await expect(page.getByText('4 of', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'By meeting' }).click()
  await expect(heads(page)).toHaveText([/^Call of harbor, /])
  await page.getByRole('button', { name: 'All', exact: true }).click()
  await expect(row(page, 'Sweep the deck').getByRole('checkbox')).toBeChecked()
})

test('[L55] a tick in the list is in the open note within a second, and the other way round', async ({ browser }) => {
  const id = await note({ team: 'ticks' })
  const [writer, reader] = [await person(browser), await person(browser)]
  await visit(writer, `${server.url}/n/${id}`, 'Ann')
  await saved(writer)
  await openList(reader, '/todos?team=ticks')
  for (const each of [writer, reader]) await kept(each) // from here on nothing else takes their time
  const there = (words: string) => editor(writer).locator('p', { hasText: words }).getByRole('checkbox')
  await there('lamps').scrollIntoViewIfNeeded()

  await box(reader, 'lamps').check()
  await expect(there('lamps')).toBeChecked({ timeout: 1000 })
  await expect(box(reader, 'lamps')).toBeChecked()
  await expect(reader.getByText('3 of', { exact: false })).toBeVisible()

  await there('pier').click()
  await expect(box(reader, 'pier')).toBeChecked({ timeout: 1000 })
  await there('pier').click()
  await expect(box(reader, 'pier')).not.toBeChecked({ timeout: 1000 })
})

test('[L51, L63] what others write comes in at its place; scrolling and focus stay', async ({ browser }) => {
  const many = Array.from({ length: 60 }, (_, index) => `- [ ] AB: Task ${index + 1}`).join('\n\n')
  const id = await note({ team: 'typing', body: `## TODOs\n\n${many}\n` })
  const [writer, reader] = [await person(browser), await person(browser)]
  await visit(writer, `${server.url}/n/${id}`, 'Bo')
  await openList(reader, '/todos?team=typing')
  await reader.locator('#ledger').evaluate((sheet) => sheet.scrollTo(0, 1000))
  await box(reader, 'Task 30').focus()
  const top = await reader.locator('#ledger').evaluate((sheet) => sheet.scrollTop)
  expect(top).toBeGreaterThan(0)
  await editor(writer)
    .locator('p', { hasText: /Task 60$/ })
    .click()
  await writer.keyboard.press('End')
  await writer.keyboard.press('Enter')
  await writer.keyboard.type('AB: Typed by Bo')
  await expect(reader.getByText('61 of', { exact: false })).toBeVisible({ timeout: 3000 })
  await expect(box(reader, 'Task 30')).toBeFocused()
  expect(await reader.locator('#ledger').evaluate((sheet) => sheet.scrollTop)).toBe(top)
  await expect(reader.locator('output.sr', { hasText: 'The list has changed. 61 TODOs' })).toHaveCount(1)
  await box(reader, 'Task 30').press('Space')
  await expect(reader.getByText('60 of', { exact: false })).toBeVisible()
  await reader.locator('#ledger').evaluate((sheet) => sheet.scrollTo(0, sheet.scrollHeight))
  await expect(row(reader, 'Typed by Bo')).toBeVisible()
})

test('[L111] decisions that stand, or all: in the address, live, and told in words', async ({ browser }) => {
  const body = 'Decision: ~~We meet on Mondays.~~\n\nDecision: We meet on Fridays.\n'
  await note({ team: 'standing', body })
  const page = await person(browser)
  await openList(page, '/decisions?team=standing')
  await expect(row(page, 'Mondays')).toContainText('Struck through')
  await expect(row(page, 'Mondays').locator('s')).toHaveText('We meet on Mondays.')
  await expect(row(page, 'Fridays')).not.toContainText('Struck through')
  await page.getByRole('button', { name: 'Standing', exact: true }).click()
  await expect(page).toHaveURL(/show=standing/)
  await expect(row(page, 'Mondays')).toBeHidden()
  await expect(page.getByText('1 of', { exact: false })).toBeVisible()
  await expectAccessible(page, 'decisions')

  await note({ team: 'standing', body: body.replaceAll('We', 'They') })
  await expect(row(page, 'They meet on Fridays')).toBeVisible({ timeout: 3000 })
  await expect(row(page, 'They meet on Mondays')).toBeHidden()
  await page.goBack()
  await expect(row(page, 'We meet on Mondays')).toBeVisible()
})

test('[L52] filters stand in the address, and going back undoes them', async ({ browser }) => {
  await note({ team: 'filters' })
  await note({ team: 'filters-two', body: '- [ ] AB: From the other team\n' })
  const page = await person(browser)
  await openList(page, '/todos?team=filters')
  await page.getByRole('button', { name: 'Team: filters' }).click()
  const teams = page.getByRole('listbox', { name: 'Team' })
  await page.getByRole('option', { name: /^filters-two/ }).click()
  await expect(page.getByRole('option', { name: /^filters-two/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(teams).toBeHidden()
  await expect(row(page, 'From the other team')).toBeVisible()
  await page.getByRole('button', { name: /^Due date/ }).click()
  await page.getByRole('option', { name: 'Overdue' }).click()
  await expect(list(page).getByRole('listitem')).toHaveCount(2)
  await expect(row(page, 'Paint the')).toContainText('late')
  expect(new URL(page.url()).search).toBe('?team=filters&team=filters-two&due=late')

  const other = await person(browser)
  await openList(other, new URL(page.url()).pathname + new URL(page.url()).search)
  await expect(list(other).getByRole('listitem')).toHaveCount(2)

  await page.goBack()
  await expect(row(page, 'From the other team')).toBeVisible()
  await page.getByRole('button', { name: 'Clear team' }).click()
  await expect(page.getByRole('button', { name: 'Team: All teams' })).toBeFocused()
  expect(new URL(page.url()).search).toBe('')
  await page.goBack()
  await page.goBack()
  await expect(row(page, 'From the other team')).toBeHidden()
  await expect(row(page, 'lamps')).toBeVisible()
})

test('[L56, L57] everything with the keyboard', async ({ browser }) => {
  const id = await note({ team: 'keys' })
  const page = await person(browser)
  await visit(page, `${server.url}/n/${id}`, 'Ann')
  await openList(page, '/todos?team=keys')
  await page.keyboard.press('j')
  await expect(box(page, 'Paint')).toBeFocused()
  await page.keyboard.press('j')
  await expect(box(page, 'lamps')).toBeFocused()
  await page.keyboard.press('k')
  await page.keyboard.press('x')
  await expect(box(page, 'Paint')).toBeChecked()
  await page.keyboard.press('x')
  await expect(box(page, 'Paint')).not.toBeChecked()
  await page.keyboard.press('2')
  await expect(page.getByRole('tab', { name: /Decisions/ })).toHaveAttribute('aria-selected', 'true')
  await expect(row(page, 'We meet every Wednesday')).toBeVisible()
  await page.keyboard.press('1')
  await page.keyboard.press('/')
  await page.keyboard.type('pier')
  await expect(list(page).getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(list(page).getByRole('listitem')).toHaveCount(5)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Show it in its note')
  await page.keyboard.press('Escape')

  const owner = page.getByRole('button', { name: /^Owner/ })
  await owner.focus()
  await page.keyboard.press('ArrowDown')
  const found = page.getByRole('combobox', { name: 'Find in owner' })
  const options = page.getByRole('listbox', { name: 'Owner' })
  await expect(options).toBeVisible()
  if (await found.isVisible()) await page.keyboard.type('MP')
  else await page.keyboard.press('m')
  await page.keyboard.press('Enter')
  await expect(owner).toHaveAccessibleName('Owner: MP')
  await expect(owner).toBeFocused()
  await expect(list(page).getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/n\/.*#item=/)
  await expect(editor(page).locator('p', { hasText: 'Ask about the pier' })).toBeInViewport()
  await expect(editor(page)).toBeFocused()
  await page.goBack()
  await expect(owner).toHaveAccessibleName('Owner: MP')
  await page.goto(`${server.url}/n/${id}#item=gone`)
  await expect(page.getByText('not in this note any more')).toBeVisible()
})

test('[L58] a tick that fails is taken back, and without the server the last list is shown', async ({ browser }) => {
  await note({ team: 'offline' })
  const page = await person(browser)
  await openList(page, '/todos')
  await page.getByRole('searchbox').fill('lamps')
  await expect(box(page, 'lamps').first()).toBeVisible()
  await page.route('**/api/todos/*', (route) => route.abort())
  await box(page, 'lamps').first().click()
  await expect(page.getByRole('alert')).toContainText('could not be ticked')
  await expect(box(page, 'lamps').first()).not.toBeChecked()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.route('**/api/**', (route) => route.abort())
  await page.goto(`${server.url}/todos`)
  await expect(page.getByText('This is the list as this browser saw it last.')).toBeVisible()
  await expect(row(page, 'lamps').first()).toBeVisible()
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Try now' }).click()
  await expect(page.getByText('This is the list as this browser saw it last.')).toBeHidden()
})

test('[L61] the list is taken along as it is shown, and a calendar has a link', async ({ browser }) => {
  await note({ team: 'files' })
  const page = await person(browser)
  await openList(page, '/todos?team=files&owner=Ann+Bell')
  const save = async (press: () => Promise<void>) => {
    const [download] = await Promise.all([page.waitForEvent('download'), press()])
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
  const md = await save(() => page.getByRole('button', { name: 'Download .md' }).click())
  expect(md.name).toMatch(/^todos-.*\.md$/)
  expect(md.text).toContain('## Ann Bell\n\n- [ ] Paint the **second** boat (ȘtefanJ; due ')
  expect(md.text).not.toContain('pier')
  const more = page.getByRole('button', { name: 'More ways to take the list with you' })
  await more.click()
  const csv = await save(() => page.getByRole('menuitem', { name: /csv/ }).click())
  expect(csv.text).toMatch(/^\uFEFFState,TODO,Owners/)

  await more.click()
  await page.getByRole('menuitem', { name: /Calendar/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Calendar of due dates' })
  await expect(dialog.getByRole('combobox').locator('option:checked')).toHaveText('Ann Bell')
  await dialog.getByRole('button', { name: /^Make a (new )?link/ }).click()
  const link = dialog.getByRole('textbox', { name: 'Link of the calendar' })
  const url = await link.inputValue()
  expect((await fetch(url)).headers.get('content-type')).toContain('text/calendar')
  await dialog.getByRole('button', { name: 'Copy' }).click()
  await expect(dialog.getByText('Copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url)
  await dialog.getByRole('button', { name: 'Make a new link: the old one stops' }).click()
  await expect(link).not.toHaveValue(url)
  expect((await fetch(url)).status).toBe(404)
  const second = await link.inputValue()
  await page.keyboard.press('Escape')
  await more.click()
  await page.getByRole('menuitem', { name: /Calendar/ }).click()
  await expect(link).toHaveValue(second)
  await dialog.getByRole('button', { name: 'Stop it' }).click()
  await expect(dialog.getByText('The link has stopped.')).toBeVisible()
  expect((await fetch(second)).status).toBe(404)
})

test('[L62] of a long list only what is near the view is drawn, and all of it can be reached', async ({ browser }) => {
  await note({ team: 'long', body: `${tasks('AB')}\n\n${tasks('SJ')}\n` })
  const page = await person(browser)
  await openList(page, '/todos?team=long')
  await expect(page.getByText('300 of', { exact: false })).toBeVisible()
  expect(await list(page).getByRole('listitem').count()).toBeLessThan(60)
  const sheet = page.locator('#ledger')
  await sheet.evaluate((element) => element.scrollTo(0, 3000))
  await expect(list(page).getByRole('heading', { name: 'Ann Bell' })).toBeInViewport()
  await expect
    .poll(async () => {
      await sheet.evaluate((element) => element.scrollTo(0, element.scrollHeight))
      return row(page, 'Task 150').count()
    })
    .toBe(1)
  await expect(list(page).getByRole('heading', { name: 'ȘtefanJ' })).toBeInViewport()
  expect(await list(page).getByRole('listitem').count()).toBeLessThan(60)
})

test('[L112] on a phone the filters of decisions fit, and a longer row fades where more of it is', async ({
  browser,
}) => {
  await note({ team: 'a row of filters' })
  await note({ team: 'another row' })
  const page = await person(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const row = page.locator('.filters')
  const over = () => row.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  const fades = () =>
    row.evaluate((element) => {
      const style = getComputedStyle(element)
      return ['--fade-start', '--fade-end'].map((name) => Number.parseFloat(style.getPropertyValue(name)) > 0)
    })
  await openList(page, '/decisions')
  await expect(page.getByRole('button', { name: 'All', exact: true })).toBeInViewport({ ratio: 1 })
  expect(await over()).toBe(0)
  expect(await fades()).toEqual([false, false])

  await openList(page, '/decisions?team=a row of filters')
  await expect(row.locator('.count')).toHaveText(/^1 of \d+$/)
  expect(await over()).toBeGreaterThan(0)
  await expect.poll(fades).toEqual([false, true])
  await row.evaluate((element) => element.scrollTo(element.scrollWidth, 0))
  await expect.poll(fades).toEqual([true, false])
  await expect(row.locator('.count')).toBeInViewport({ ratio: 1 })

  await openList(page, '/todos')
  for (const name of ['By meeting', 'Due date: Any due date', 'Open']) {
    const button = page.getByRole('button', { name, exact: true })
    await button.focus()
    await expect.poll(async () => ((await button.boundingBox())?.x ?? -1) >= 16).toBe(true)
    await expect(button).toBeInViewport({ ratio: 1 })
  }
})

test('[L60] on a phone filters are sheets, and nothing is wider than the page', async ({ browser }) => {
  await note({ team: 'phone', title: 'A call with a very long title that does not fit on a phone at all' })
  const page = await person(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await openList(page, '/todos?team=phone')
  const filter = page.getByRole('button', { name: 'Team: phone' })
  await filter.tap()
  const sheet = page.getByRole('group', { name: 'Team' })
  await expect(sheet).toBeVisible()
  const place = async () => {
    const { x = -1, y = 0, width, height = 0 } = (await sheet.boundingBox()) ?? {}
    return [x, width, y + height]
  }
  await expect.poll(place).toEqual([0, 390, 844]) // once it has come up
  const option = await page.getByRole('option').first().boundingBox()
  expect(option?.height).toBeGreaterThanOrEqual(40)
  await page.keyboard.press('Escape')
  expect(await page.locator('#ledger').evaluate((element) => element.scrollWidth)).toBeLessThanOrEqual(390)
  await box(page, 'lamps').tap()
  await expect(box(page, 'lamps')).toBeChecked()
  await page.getByRole('navigation', { name: 'Main, small screens' }).getByRole('link', { name: 'Decisions' }).tap()
  await expect(page).toHaveURL(/\/decisions/)
  await page.getByRole('button', { name: 'New note' }).tap()
  await expect(page.getByRole('dialog', { name: /New note/ })).toBeVisible()
})

for (const look of looks) {
  test(`[L59] each state can be read, ${look.name}`, async ({ browser }) => {
    const team = `look-${look.name.replace(', ', '-')}`
    await note({ team })
    const page = await onlooker(browser, look)
    await openList(page, `/todos?team=${team}`)
    await expectAccessible(page, 'by owner')
    await page.getByRole('button', { name: /^Owner/ }).click()
    await expect(page.getByRole('listbox')).toBeVisible()
    await expectAccessible(page, 'a filter')
    await page.keyboard.press('Escape')
    await openList(page, `/todos?team=${team}&group=meeting&state=all`)
    await expectAccessible(page, 'by meeting, all')
    await page.getByRole('button', { name: 'More ways to take the list with you' }).click()
    await page.getByRole('menuitem', { name: /Calendar/ }).click()
    await expect(page.getByRole('button', { name: /^Make a/ })).toBeVisible()
    await expectAccessible(page, 'the calendar')
    await openList(page, `/decisions?team=${team}`)
    await expectAccessible(page, 'decisions')
    await page.goto(`${server.url}/todos?query=xyzzy`)
    await expect(page.getByRole('heading', { name: 'Nothing for “xyzzy”' })).toBeVisible()
    await expectAccessible(page, 'nothing found')
    await page.route('**/api/**', (route) => route.abort())
    await page.evaluate(() => localStorage.clear())
    await page.goto(`${server.url}/decisions`)
    await expect(page.getByRole('button', { name: 'Try now' })).toBeVisible()
    await expectAccessible(page, 'no answer')
  })
}
