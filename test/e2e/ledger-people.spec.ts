import { expect, type Page } from '@playwright/test'
import { expectAccessible, looks, onlooker } from './axe.ts'
import { editor, makeNote, person, saved, test, useServer, visit, kept } from './meeting.ts'

const server = useServer()

const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

/** A note of a team of its own. */
function note(team: string, participants: readonly string[], body: string, title = `Call of ${team}`): Promise<string> {
  const listed = participants.map((name) => `- ${name}\n`).join('')
  return makeNote(
    server.url,
    `---\ntitle: ${title}\ndatetime: ${day(-2)}\nteams:\n- ${team}\nparticipants:\n${listed}---\n\n# ${title}\n\n${body}`,
  )
}

const list = (page: Page) => page.locator('.ledger')
const rows = (page: Page, words: string) => list(page).getByRole('listitem').filter({ hasText: words })
const heads = (page: Page) => list(page).getByRole('heading', { level: 2 })
const toast = (page: Page) => page.locator('.toast')

async function openList(page: Page, address: string): Promise<void> {
  await page.goto(`${server.url}${address}`)
  await expect(page.locator('[data-key]').first()).toBeVisible()
}

const file = async (id: string) => (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()

test('[L95, L96, L100] one person is one group; who a label is, is said there, and seen by others within a second', async ({
  browser,
}) => {
  await note('mole', ['RăzvanD'], '## TODOs\n\n- [ ] RD: Paint it\n')
  await note('mole', ['Răzvan Deaconescu'], '## TODOs\n\n- [ ] Răzvan Deaconescu: Send it\n')
  await note('mole', ['Mihnea Pop', 'Maria Popa'], '## TODOs\n\n- [ ] MP: Ask them\n\n- [ ] QQ: Wait\n')
  const [page, other] = [await person(browser), await person(browser)]
  await openList(page, '/todos?team=mole')
  await expect(heads(page)).toHaveText(['MP', 'QQ', 'Răzvan Deaconescu'])
  await expect(page.getByText('2 open')).toBeVisible()
  await openList(other, '/todos?team=mole')
  for (const each of [page, other]) await kept(each) // from here on nothing else takes their time

  await page.getByRole('button', { name: 'Who is MP? Mihnea Pop or Maria Popa' }).press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: /^Mihnea Pop/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(heads(page)).toHaveText(['Maria Popa', 'QQ', 'Răzvan Deaconescu'])
  await expect(heads(other)).toHaveText(['Maria Popa', 'QQ', 'Răzvan Deaconescu'], { timeout: 1000 })
  await toast(page).getByRole('button', { name: 'Undo' }).click()
  await expect(heads(page)).toHaveText(['MP', 'QQ', 'Răzvan Deaconescu'])

  const { people } = (await (await fetch(`${server.url}/api/people?team=mole&query=razvan`)).json()) as {
    people: { id: string }[]
  }
  const rename = { kind: 'rename', person: people[0]?.id, name: 'Răzvan D.' }
  const headers = { 'content-type': 'application/json' }
  await fetch(`${server.url}/api/people/corrections`, { method: 'POST', headers, body: JSON.stringify(rename) })
  await expect(heads(other)).toHaveText(['MP', 'QQ', 'Răzvan D.'], { timeout: 1000 })
})

test('[L99] a filter by owner shows what their group shows', async ({ browser }) => {
  await note(
    'weir',
    ['Ann Bell', 'Bo Kay'],
    '## TODOs\n\n- [ ] AB/BK: Paint it\n\n- [ ] Ann Bell: Send it\n\n- [ ] BK: Ask\n',
  )
  const page = await person(browser)
  await openList(page, '/todos?team=weir')
  await expect(heads(page)).toHaveText(['Ann Bell', 'Bo Kay'])
  await expect(page.getByText('3 of', { exact: false })).toBeVisible()
  await rows(page, 'Paint it').first().getByRole('button', { name: 'BK: only TODOs of Bo Kay' }).click()
  await expect(heads(page)).toHaveText(['Bo Kay'])
  await expect(list(page).getByRole('listitem')).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Owner: Bo Kay' })).toBeVisible()
  await expect(page.getByText('2 of', { exact: false })).toBeVisible()
})

test('[L101] what nobody owns is assigned with the keyboard: live in the open note, and taken back', async ({
  browser,
}) => {
  const id = await note('lock', ['Ann Bell', 'Bo Kay'], '## TODOs\n\n- [ ] Find a date\n')
  const before = await file(id)
  const [writer, page] = [await person(browser), await person(browser)]
  await visit(writer, `${server.url}/n/${id}`, 'Zoe')
  await saved(writer)
  await openList(page, '/todos?team=lock')
  for (const each of [writer, page]) await kept(each)
  await page.getByRole('button', { name: 'Assign: Find a date' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Owner' })).toBeFocused()
  await expect(page.getByRole('option')).toContainText([/Zoe/, /Ann Bell/, /Bo Kay/])
  await page.keyboard.type('bo')
  await page.keyboard.press('Enter')
  await expect(toast(page)).toContainText('Bo Kay owns it now')
  await expect(heads(page)).toHaveText(['Bo Kay'])
  await expect(editor(writer)).toContainText('BK: Find a date', { timeout: 1000 })
  expect(await file(id)).toBe(before.replace('[ ] Find', '[ ] BK: Find'))
  await toast(page).getByRole('button', { name: 'Undo' }).click()
  await expect(heads(page)).toHaveText(['No owner yet'])
  await expect(editor(writer)).not.toContainText('BK:')
  expect(await file(id)).toBe(before)
})

test('[L101] what cannot be assigned says why, and changes nothing', async ({ browser }) => {
  const id = await note('sluice', ['Ann Bell'], '## TODOs\n\n- [ ] Find a date\n')
  const before = await file(id)
  const page = await person(browser)
  await openList(page, '/todos?team=sluice')
  const assign = page.getByRole('button', { name: 'Assign: Find a date' })
  const choose = async (name: string) => {
    await assign.click()
    await page.getByRole('combobox', { name: 'Owner' }).fill(name)
    await page.getByRole('option').last().click()
  }
  await choose('not: a name')
  await expect(page.getByRole('alert')).toContainText('cannot be called "not: a name"')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.context().setOffline(true)
  await assign.click()
  await expect(page.getByText("The server doesn't answer. Try again when it does.")).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(assign).toBeFocused()
  await page.context().setOffline(false)
  await assign.click()
  await expect(page.getByRole('option', { name: /Ann Bell/ })).toBeVisible()
  await page.context().setOffline(true)
  await page.getByRole('option', { name: /Ann Bell/ }).click()
  await expect(page.getByRole('alert')).toContainText("The server doesn't answer, so nothing was changed.")
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.context().setOffline(false)
  const finishing = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
  await fetch(`${server.url}/api/notes/${id}/finish`, finishing)
  await choose('Ann')
  await expect(page.getByRole('alert')).toContainText('The meeting is finished')
  await expect(heads(page)).toHaveText(['No owner yet'])
  expect(await file(id)).toBe(before)
})

test('[L103, L104] who is in a note, and what is discussed there, shows in the list and among the notes as it happens', async ({
  browser,
}) => {
  const title = 'Call of pier'
  const agenda = '## Agenda\n\n- Welcome (5 min)\n- Plans for May (15 min)\n\n## TODOs\n\n- [ ] AB: Send it\n'
  const id = await note('pier', ['Ann Bell'], agenda, title)
  const [ann, todos, home] = [await person(browser), await person(browser), await person(browser)]
  await openList(todos, '/todos?team=pier')
  await home.goto(`${server.url}/?team=pier`)
  const row = home.locator('.note-row').filter({ hasText: title })
  await expect(row).toContainText('Welcome, Plans for May · 20 min')
  await expect(row).toContainText('1 open')
  await expect(todos.locator('[data-online]')).toHaveCount(0)
  for (const each of [todos, home]) await kept(each)

  await visit(ann, `${server.url}/n/${id}`, 'Ann Bell')
  await saved(ann)
  await expect(todos.locator('.ledger [data-online]')).toHaveAttribute('title', 'Ann Bell · here now', {
    timeout: 1500,
  })
  const card = home.locator('.now-card')
  await expect(card).toContainText('Ann Bell is in it now', { timeout: 1500 })
  for (const each of [ann, todos, home]) await kept(each)
  await ann.getByRole('button', { name: 'Start: Welcome' }).click()
  await expect(card).toContainText('Now discussing Welcome', { timeout: 1500 })
  await ann.getByRole('button', { name: /^Next: / }).click()
  await expect(card).toContainText('Now discussing Plans for May', { timeout: 1500 })
  await expect(card).toContainText('1 of 2 agenda items discussed')

  await ann.close()
  await expect(card).toHaveCount(0, { timeout: 1500 })
  await expect(row).toBeVisible()
  await expect(todos.locator('[data-online]')).toHaveCount(0, { timeout: 1500 })
})

test('[L105] a series offers its next meeting', async ({ browser }) => {
  for (const from of [-23, -16, -9, -2]) {
    const text = `---\ntitle: Harbor ${day(from)}\ndatetime: ${day(from)}\nteams: [quay]\n---\n\n## TODOs\n\n- [x] AB: Send it\n`
    await makeNote(server.url, text)
  }
  const page = await person(browser)
  await page.goto(`${server.url}/?team=quay`)
  await expect(page.locator('.note-row').first()).toContainText('all done')
  await page.getByRole('button', { name: /^Prepare .* of Harbor$/ }).click()
  await expect(page).toHaveURL(/\/n\//)
})

test('[L60, L96, L101] with a finger on a phone', async ({ browser }) => {
  await note('buoy', ['Mihnea Pop', 'Maria Popa'], '## TODOs\n\n- [ ] MP: Ask them\n\n- [ ] Find a date\n')
  const page = await person(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await openList(page, '/todos?team=buoy')
  await page.getByRole('button', { name: 'Assign: Find a date' }).tap()
  const sheet = page.getByRole('group', { name: 'Who owns it?' })
  await expect(page.getByRole('option', { name: /Maria Popa/ })).toBeVisible()
  expect((await sheet.boundingBox())?.width).toBe(390)
  expect((await page.getByRole('option').first().boundingBox())?.height).toBeGreaterThanOrEqual(40)
  await page.getByRole('option', { name: /Maria Popa/ }).tap()
  await expect(heads(page)).toHaveText(['Maria Popa', 'MP'])
  await page.getByRole('button', { name: /^Who is MP\?/ }).tap()
  await page.getByRole('menuitem', { name: /^Mihnea Pop/ }).tap()
  await expect(heads(page)).toHaveText(['Maria Popa', 'Mihnea Pop'])
  expect(await page.locator('#ledger').evaluate((element) => element.scrollWidth)).toBeLessThanOrEqual(390)
})

for (const look of looks) {
  test(`[N120] axe finds nothing where owners are asked for, ${look.name}`, async ({ browser }) => {
    const team = `buoys-${look.name.replace(', ', '-')}`
    const id = await note(
      team,
      ['Mihnea Pop', 'Maria Popa'],
      '## Agenda\n\n- Welcome\n\n## TODOs\n\n- [ ] MP: Ask\n\n- [ ] Find a date\n',
    )
    const guest = await person(browser)
    await visit(guest, `${server.url}/n/${id}`, 'Maria Popa')
    await guest.getByRole('button', { name: 'Start: Welcome' }).click()
    const page = await onlooker(browser, look)
    await openList(page, `/todos?team=${team}`)
    await expectAccessible(page, 'a label that may mean two, and a TODO without owner')
    await page.getByRole('button', { name: /^Assign/ }).click()
    await expect(page.getByRole('option').first()).toBeVisible()
    await expectAccessible(page, 'the people for it')
    await page.goto(`${server.url}/?team=${team}`)
    await expect(page.locator('.now-card')).toContainText('Now discussing Welcome')
    await expectAccessible(page, 'a meeting in progress')
  })
}
