import { expect, type Page } from '@playwright/test'
import { expectAccessible, looks, onlooker } from './axe.ts'
import { editor, introduce, makeNote, person, saved, test, useServer, visit, kept } from './meeting.ts'

const server = useServer()

const make = (title: string, day: string, team: string) =>
  makeNote(
    server.url,
    `---\ntitle: ${title}\ndatetime: ${day} 10:00\nteams: [${team}]\nparticipants: [AnaM]\n---\n\n# Talk\n`,
  )

const weekly = ['2023-03-01', '2023-03-08', '2023-03-15', '2023-03-22', '2023-03-29', '2023-04-05']

/** Notes of a team of its own: a series of six, one of two, and a meeting that is in none. */
async function makeTeam(team: string): Promise<void> {
  for (const day of weekly) await make(`Harbor Weekly ${day}`, day, team)
  for (const day of ['2023-02-01', '2023-02-02']) await make(`Anchor planning, ${day}`, day, team)
  await make('Lamp call', '2023-04-06', team)
}

const section = (page: Page, name: string) => page.getByRole('region', { name })

test('[N44] series by series: how often it meets, its last meetings, the earlier ones on demand', async ({
  browser,
}) => {
  await makeTeam('Series')
  const page = await person(browser)
  await page.goto(`${server.url}/?team=Series`)
  const headings = page.getByRole('main').getByRole('heading', { level: 2 })
  await expect(headings).toHaveText(['Harbor Weekly', 'Anchor planning', 'Single meetings'])
  const harbor = section(page, 'Harbor Weekly')
  await expect(harbor).toContainText('Series, every Wednesday')
  await expect(harbor.getByRole('listitem')).toHaveCount(3)
  await expect(harbor.getByRole('listitem').first()).toContainText('Apr 5')
  await expect(harbor.getByRole('listitem').first()).toContainText('2023')
  await harbor.getByRole('button', { name: '3 earlier' }).click()
  await expect(harbor.getByRole('listitem')).toHaveCount(6)
  await expect(section(page, 'Single meetings').getByRole('listitem')).toHaveText(/Lamp call/)
})

test('[N44] [L93] by the keyboard alone: J and K go through the notes, Enter opens, N makes one, / searches', async ({
  browser,
}) => {
  await makeTeam('Keys')
  const page = await person(browser)
  await page.goto(`${server.url}/?team=Keys`)
  await expect(section(page, 'Harbor Weekly')).toBeVisible()
  const link = (name: string) => page.getByRole('link', { name })
  await page.keyboard.press('j')
  await expect(link('Harbor Weekly 2023-04-05')).toBeFocused()
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('j')
  await expect(link('Anchor planning, 2023-02-02')).toBeFocused()
  await page.keyboard.press('k')
  await expect(link('Harbor Weekly 2023-03-22')).toBeFocused()
  await page.keyboard.press('n')
  await expect(page.getByRole('dialog', { name: 'New note' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox', { name: 'Search notes' })).toBeFocused()
  await page.keyboard.type('lamp call')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/n\//)
})

test('[N44] a meeting in progress comes first, with who is in it, and not a second time below', async ({ browser }) => {
  await makeTeam('Now')
  const id = await make('Harbor Weekly 2023-04-12', '2023-04-12', 'Now')
  const guest = await person(browser)
  await visit(guest, `${server.url}/n/${id}`, 'Gil')
  const page = await person(browser)
  await page.goto(`${server.url}/?team=Now`)
  const card = page.locator('.now-card')
  await expect(card).toContainText('Harbor Weekly 2023-04-12')
  await expect(card).toContainText('Gil is in it now')
  await expect(section(page, 'Harbor Weekly').getByRole('listitem').first()).toContainText('Harbor Weekly 2023-04-05')
})

for (const look of looks) {
  test(`[N120] axe finds nothing in the series, ${look.name}`, async ({ browser }) => {
    await makeTeam('Look')
    const page = await onlooker(browser, look)
    await page.goto(`${server.url}/?team=Look`)
    await expect(section(page, 'Harbor Weekly')).toBeVisible()
    await expectAccessible(page, 'series')
    await page.goto(`${server.url}/?team=Nobody`)
    await expect(page.getByRole('heading', { name: 'No notes of Nobody' })).toBeVisible()
    await expectAccessible(page, 'a team without notes')
  })
}

const openTodos = async (page: Page) =>
  Number(
    /\d+/.exec(
      (await page
        .getByRole('link', { name: /^TODOs/ })
        .first()
        .textContent()) ?? '',
    )?.[0] ?? 0,
  )

test('[L109] the number of open TODOs follows what is written, on every page that has it, over one stream', async ({
  browser,
}) => {
  const headers = { 'content-type': 'application/json' }
  const tick = (id: string, done: boolean) =>
    fetch(`${server.url}/api/todos/${id}`, { method: 'PATCH', headers, body: JSON.stringify({ done }) })
  const ask = async <Answer>(path: string) => (await (await fetch(`${server.url}${path}`)).json()) as Answer
  const idOf = async (note: string) =>
    (await ask<{ todos: { id: string }[] }>(`/api/notes/${note}/items`)).todos[0]?.id ?? ''
  const id = await idOf(await makeNote(server.url, '- [ ] Paint it\n'))
  await tick(id, false)
  const { openTodos: open } = await ask<{ openTodos: number }>('/api/ledger')
  for (const path of ['/', '/todos', '/decisions', '/people']) {
    const page = await person(browser)
    const streams: string[] = []
    page.on('request', (request) => request.url().includes('/api/events') && streams.push(request.url()))
    await page.goto(`${server.url}${path}`)
    await expect.poll(() => streams.length).toBe(1)
    await expect.poll(() => openTodos(page)).toBe(open)
    await kept(page)
    await tick(id, true)
    await expect.poll(() => openTodos(page), { timeout: 2000 }).toBe(open - 1)
    await tick(id, false)
    await expect.poll(() => openTodos(page), { timeout: 2000 }).toBe(open)
    const added = await makeNote(server.url, '- [ ] Mend it\n')
    await expect.poll(() => openTodos(page), { timeout: 3000 }).toBe(open + 1)
    await tick(await idOf(added), true)
    await expect.poll(() => openTodos(page), { timeout: 2000 }).toBe(open)
    expect(streams).toHaveLength(1)
    await page.context().close()
  }
})

const choose = async (page: Page, ...files: readonly (readonly [name: string, text: string])[]) => {
  await page.goto(server.url)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(files.map(([name, text]) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) })))
}

const fromName = 'No date in the front matter; taken from the file name'

test('[N249] of several files it is said which took their day from their name', async ({ browser }) => {
  const page = await person(browser)
  await choose(
    page,
    ['2026-03-05-weekly.md', 'Hello\n'],
    ['2026-03-06.md', '---\ntitle: Call\ndatetime: 2026-03-04\n---\n'],
    ['plain.md', '# Plain\n'],
  )
  const rows = page.getByRole('dialog', { name: '3 files imported' }).locator('.item')
  await expect(rows.nth(0)).toContainText('weekly')
  await expect(rows.nth(0)).toContainText(fromName)
  await expect(rows.nth(1)).toContainText('0 participants')
  await expect(rows.nth(2)).toContainText(/No date in the front matter(?!;)/)
})

test('[N249] [T15] the note says where its day comes from until somebody says another, and its bytes stay', async ({
  browser,
}) => {
  const page = await person(browser)
  await choose(page, ['20260305 Weekly_sync.md', '* Hello\n'])
  await expect(page.getByText(fromName)).toBeVisible()
  await introduce(page, 'Ada')
  await saved(page)
  await expect(page).toHaveTitle(/Weekly sync/)
  const when = page.locator('dd.value').filter({ hasText: 'March 5, 2026' })
  await expect(when).toContainText('from the file name')
  const markdown = async () =>
    (await fetch(`${server.url}/api${new URL(page.url()).pathname.replace('/n/', '/notes/')}/markdown`)).text()
  expect(await markdown()).toBe('* Hello\n')

  const other = await person(browser)
  await visit(other, page.url(), 'Ben')
  await expect(other.getByText('from the file name', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Edit when' }).click()
  await page.getByRole('textbox', { name: 'When' }).fill('2026-03-06')
  await page.keyboard.press('Enter')
  await expect(other.getByText('Friday, March 6, 2026')).toBeVisible()
  await expect(other.getByText('from the file name', { exact: true })).toHaveCount(0)
  await expect.poll(markdown).toBe('---\ndatetime: 2026-03-06\n---\n\n* Hello\n')
  await other.getByRole('button', { name: 'Edit when' }).click()
  await other.getByRole('textbox', { name: 'When' }).fill('')
  await other.keyboard.press('Enter')
  await expect(page.getByText('Date and time, such as')).toBeVisible()
  await expect(editor(page)).toContainText('Hello')
})
