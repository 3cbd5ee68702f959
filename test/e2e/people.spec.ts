import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { editor, makeNote, person, saved, test, useServer, visit } from './meeting.ts'

const server = useServer()

function note(team: string, people: string[], body: string, datetime = '2024-03-06T16:00:00Z'): string {
  const listed = people.map((name) => `- ${name}\n`).join('')
  return `---\ntitle: ${team} call\ndatetime: ${datetime}\nteams:\n- ${team}\nparticipants:\n${listed}---\n\n${body}`
}

const make = (team: string, people: string[], body: string, datetime?: string) =>
  makeNote(server.url, note(team, people, body, datetime))

async function owned(owner: string): Promise<string[]> {
  const answer = await fetch(`${server.url}/api/todos?owner=${encodeURIComponent(owner)}`)
  const { todos }: { todos: { text: string }[] } = await answer.json()
  return todos.map(({ text }) => text).toSorted()
}

async function known(team: string, count: number): Promise<void> {
  await expect
    .poll(async () => {
      const { people }: { people: unknown[] } = await (await fetch(`${server.url}/api/people?team=${team}`)).json()
      return people.length
    })
    .toBe(count)
}

const chip = (page: Page, label: string) => editor(page).locator('.owner', { hasText: label }).first()

test('[P26, P30] initials that several have are said once, and hold in every note of the team', async ({ browser }) => {
  await make('Quay', ['MihneaP', 'MariaP', 'MirceaP'], '## Talk\n')
  const first = await make('Quay', ['Bo'], '## TODOs\n\nMP: Paint it.\n')
  const second = await make('Quay', ['Cleo'], '## TODOs\n\nMP: Send it.\n')
  await known('quay', 5)
  const [ann, bob] = [await person(browser), await person(browser)]
  await visit(bob, `${server.url}/n/${second}`, 'Bob')
  await expect(chip(bob, 'MP')).toHaveAttribute('title', /Not sure who MP is/)
  await visit(ann, `${server.url}/n/${first}`, 'Ann')
  await expect(chip(ann, 'MP')).toHaveAttribute('title', /Not sure who MP is: MihneaP, MariaP or MirceaP/)

  await chip(ann, 'MP').click()
  const picker = ann.getByRole('listbox', { name: 'People' })
  await expect(picker.getByText('Who is MP in Quay?')).toBeVisible()
  await ann.keyboard.type('mih')
  await expect(picker.getByRole('option').first()).toContainText('MP is MihneaP')
  await ann.keyboard.press('Enter')
  await expect(chip(ann, 'MP')).toHaveAttribute('title', 'MihneaP')
  await ann.getByRole('button', { name: 'Undo' }).hover() // the toast waits for whoever is about to press it
  await expect(chip(bob, 'MP')).toHaveAttribute('title', 'MihneaP')
  await expect(bob.locator('#panel')).toContainText('MihneaP')
  expect(await owned('MihneaP')).toEqual(['Paint it.', 'Send it.'])
  const text = await (await fetch(`${server.url}/api/notes/${first}/markdown`)).text()
  expect(text).toContain('MP: Paint it.')

  const third = await make('Quay', ['Dora'], '## TODOs\n\nMP: Sign it.\n')
  await visit(await person(browser), `${server.url}/n/${third}`, 'Eve')
  await expect.poll(() => owned('MihneaP')).toEqual(['Paint it.', 'Send it.', 'Sign it.'])

  await ann.getByRole('button', { name: 'Undo' }).click()
  await expect(chip(bob, 'MP')).toHaveAttribute('title', /Not sure who MP is/)
  expect(await owned('MihneaP')).toEqual([])
})

test('[P35] who is chosen before the people of the team are here is the one whom the team knows', async ({
  browser,
}) => {
  const id = await make('Weir', ['BenHull', 'BeaHull'], '## TODOs\n\nBH: Paint it.\n')
  await known('weir', 2)
  const page = await person(browser)
  const late = Promise.withResolvers<void>()
  await page.route(`**/api/notes/${id}/people`, async (route) => {
    await late.promise
    await route.continue()
  })
  await visit(page, `${server.url}/n/${id}`, 'Ann')
  await page.locator('#panel').getByRole('button', { name: 'BH is BeaHull' }).click()
  late.resolve()
  await expect(chip(page, 'BH')).toHaveAttribute('title', 'BeaHull')
  expect(await owned('BeaHull')).toEqual(['Paint it.'])
})

test('[P27] the panel names who could be meant, and pressing one chooses', async ({ browser }) => {
  const id = await make('Pier', ['BenHolm', 'BeaHill'], '## TODOs\n\nBH: Paint it.\n')
  await known('pier', 2)
  const page = await person(browser)
  await visit(page, `${server.url}/n/${id}`, 'Ann')
  await page.locator('#panel').getByRole('button', { name: 'BH is BeaHill' }).click()
  await expect(chip(page, 'BH')).toHaveAttribute('title', 'BeaHill')
  await expect(page.locator('#panel')).toContainText('BeaHill')
  expect(await owned('BeaHill')).toEqual(['Paint it.'])
})

test('[P34] what is known of people stays when an older answer comes late', async ({ browser }) => {
  const id = await make('Mole', ['BenHale', 'BeaHale'], '## TODOs\n\nBH: Paint it.\n')
  await known('mole', 2)
  const page = await person(browser)
  const held = Promise.withResolvers<void>()
  const late = Promise.withResolvers<void>()
  let asked = 0
  await page.route(`**/api/notes/${id}/people`, async (route) => {
    const number = ++asked
    const response = await route.fetch()
    if (number === 2) {
      held.resolve()
      await late.promise
    }
    await route.fulfill({ response })
  })
  await visit(page, `${server.url}/n/${id}`, 'Ann')
  await expect(chip(page, 'BH')).toHaveAttribute('title', /Not sure who BH is/)
  await held.promise
  await page.locator('#panel').getByRole('button', { name: 'BH is BeaHale' }).click()
  await expect(chip(page, 'BH')).toHaveAttribute('title', 'BeaHale')
  const answered = page.waitForResponse(`**/api/notes/${id}/people`)
  late.resolve()
  await (await answered).finished()
  await page.waitForTimeout(500)
  await expect(chip(page, 'BH')).toHaveAttribute('title', 'BeaHale')
})

test('[P25] @ offers those who are here, then the others of the note, then the team', async ({ browser }) => {
  await make('Dock', ['MartaK', 'Zoe'], '## Talk\n')
  const id = await make('Dock', ['MaxB', 'Lou'], '## Talk\n\nHere:\n')
  await known('dock', 4)
  const page = await person(browser)
  await visit(page, `${server.url}/n/${id}`, 'Mara')
  await editor(page).getByText('Here:').click()
  await page.keyboard.press('End')
  await expect(async () => {
    await page.keyboard.type(' @ma')
    const options = page.getByRole('listbox').getByRole('option')
    await expect(options.nth(2)).toContainText('MartaK', { timeout: 1000 })
    await expect(options.nth(0)).toContainText('Mara')
    await expect(options.nth(1)).toContainText('MaxB')
  }).toPass()
  await expect(page.getByRole('listbox').getByText('In the team')).toBeVisible()
  await page.getByRole('option', { name: /MartaK/ }).click()
  await saved(page)
  await expect(editor(page)).toContainText('MartaK')
})

test('[P28] who is here and not listed is offered to be listed, while the meeting is near', async ({ browser }) => {
  const now = new Date().toISOString()
  const id = await make('Mole', ['AlexJ'], '## Talk\n', now)
  const [ann, bob] = [await person(browser), await person(browser)]
  await visit(ann, `${server.url}/n/${id}`, 'AlexJ')
  await expect(ann.locator('.attendance')).toBeHidden()
  await visit(bob, `${server.url}/n/${id}`, 'Bea Hill')
  await expect(ann.locator('.attendance')).toContainText('Bea Hill is here and not listed')
  await expect(bob.locator('.attendance')).toContainText('Bea Hill is here and not listed')
  const listed = async () => (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()
  expect(await listed()).not.toContain('Bea')
  await bob.locator('.attendance').getByRole('button', { name: 'Dismiss' }).click()
  await expect(bob.locator('.attendance')).toBeHidden()
  await ann.getByRole('button', { name: 'Add Bea Hill to the people of this note' }).click()
  await expect(ann.locator('.attendance')).toBeHidden()
  await saved(ann)
  expect(await listed()).toContain('participants:\n- AlexJ\n- Bea Hill\n')

  const old = await make('Mole', ['AlexJ'], '## Talk\n', '2020-03-06T16:00:00Z')
  await bob.goto(`${server.url}/n/${old}`)
  await expect(editor(bob)).toBeVisible()
  await expect(bob.locator('.attendance')).toBeHidden()
})

test('[P31, P32, P33] people are merged, split, renamed and corrected on their page', async ({ browser }) => {
  await make('Wharf', ['Alexander Jung', 'Bo'], '## TODOs\n\nAJ: Paint it.\n')
  await make('Wharf', ['AlexJ'], '## TODOs\n\nAJ: Send it.\n')
  await known('wharf', 3)
  const page = await person(browser)
  await page.goto(`${server.url}/people?team=Wharf`)
  await expect(page.getByRole('heading', { name: 'People of Wharf' })).toBeVisible()
  await expectAccessible(page, 'people')
  await page.getByRole('searchbox', { name: 'Search people' }).fill('alex')
  await expect(page.locator('.people-row')).toHaveCount(2)
  await page.getByRole('link', { name: 'AlexJ' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('AlexJ')
  await expectAccessible(page, 'people')

  await page.getByRole('button', { name: /Merge with Alexander Jung/ }).click()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Alexander Jung')
  expect(await owned('AlexJ')).toEqual(['Paint it.', 'Send it.'])
  await expect(page.getByRole('link', { name: 'Paint it.' })).toBeVisible()

  await page.getByRole('textbox', { name: 'Name' }).fill('Alex Jung')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Alexander Jung is called Alex Jung' })).toBeVisible()
  await page.getByRole('button', { name: 'Add initials' }).click()
  await page.keyboard.type('xj')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Remove XJ' })).toBeVisible()
  await page.getByRole('button', { name: 'Add handle' }).click()
  await page.keyboard.type('@alexj')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Remove alexj' })).toBeVisible()
  expect(await owned('XJ')).toEqual(['Paint it.', 'Send it.'])

  await page.getByRole('button', { name: 'Split off AlexJ' }).click()
  await expect.poll(() => owned('AlexJ')).toEqual(['Send it.'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => owned('AlexJ')).toEqual(['Paint it.', 'Send it.'])

  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Add initials' }).click()
  await page.keyboard.type('qq')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Nothing was changed')
  await expect(page.getByRole('textbox', { name: 'New initials' })).toHaveValue('qq')
  await expect(page.locator('.banner')).toContainText("You're offline", { timeout: 15_000 })
  await page.context().setOffline(false)
})

test('[L110] what somebody has to do is shown as the lists show it', async ({ browser }) => {
  const id = await make(
    'Dock',
    ['Ida Berg'],
    '## TODOs\n\nIB: Paint `deck` **two** by 2020-03-08.\n\nIB: Send [it](https://a.example).\n',
  )
  await known('dock', 1)
  const page = await person(browser)
  await page.goto(`${server.url}/people?team=Dock`)
  await page.getByRole('link', { name: 'Ida Berg' }).click()
  const todo = page.getByRole('link', { name: 'Paint deck two' })
  await expect(todo.locator('code')).toHaveText('deck')
  await expect(page.getByRole('link', { name: 'Send it.', exact: true })).toBeVisible()
  await expect(page.locator('.due.late')).toHaveText('late, Mar 8, 2020')
  await expectAccessible(page, 'people')
  await todo.click()
  await expect(page).toHaveURL(new RegExp(`/n/${id}#item=`))
})
