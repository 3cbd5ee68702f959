import { devices, expect, type Page } from '@playwright/test'
import { expectAccessible, looks, onlooker } from './axe.ts'
import { caretAtEnd, editor, introduce, makeNote, person, saved, test, useServer, visit } from './meeting.ts'

const server = useServer()
const panel = (page: Page) => page.getByRole('complementary', { name: 'Meeting panel' })
const field = (page: Page) => page.getByRole('combobox', { name: 'Add a TODO' })
const people = (page: Page) => page.getByRole('listbox', { name: 'People' })
const read = async (id: string) => (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()

const header = '---\ntitle: Weekly\nparticipants:\n- AnnB\n- BenK\n---\n\n'

test('[N250, N251] a TODO is written from the panel, by the keyboard alone, and one undo takes it back', async ({
  browser,
}) => {
  const file = `${header}## Talk\n\nHello\n\n## TODOs\n\n* [ ] AB: Call\n`
  const id = await makeNote(server.url, file)
  const page = await person(browser)
  await visit(page, `${server.url}/n/${id}`, 'Ann')
  await caretAtEnd(page, 'Hello')
  await field(page).focus()
  await page.keyboard.type('BK: Write `it`')
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('')
  await expect(field(page)).toBeFocused()
  await expect(panel(page).getByRole('button', { name: 'Write it' })).toBeVisible()
  await page.keyboard.type('Book it')
  await page.keyboard.press('Enter')
  await saved(page)
  await expect.poll(() => read(id)).toBe(`${file}* [ ] BK: Write \`it\`\n* [ ] Book it\n`)
  await editor(page).focus()
  await page.keyboard.type(' there')
  await expect.poll(() => read(id)).toContain('Hello there\n')
  for (const after of ['Hello\n', '* [ ] BK: Write `it`\n']) {
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => read(id)).toContain(after)
  }
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => read(id)).toBe(file)
})

test('[N250] a second Enter while the first is under way writes nothing twice, and what cannot be fetched stays', async ({
  browser,
}) => {
  const file = `${header}## TODOs\n`
  const id = await makeNote(server.url, file)
  const page = await person(browser, { serviceWorkers: 'block' })
  const held = Promise.withResolvers<void>()
  let isBroken = true
  await page.route(/add-todo-.*\.js$/, async (route) => {
    if (isBroken) return route.abort()
    await held.promise
    return route.continue()
  })
  await visit(page, `${server.url}/n/${id}`, 'Ann')
  await field(page).fill('Call')
  await field(page).press('Enter')
  await expect(page.getByText('could not be fetched')).toBeVisible()
  await expect(field(page)).toHaveValue('Call')
  isBroken = false
  await field(page).press('Enter')
  await field(page).press('Enter')
  held.resolve()
  await expect.poll(() => read(id)).toBe(`${file}\n- [ ] Call\n`)
  await expect(field(page)).toHaveValue('')
})

test('[N251] two who add at the same time, one of them without the network, both have theirs', async ({ browser }) => {
  const id = await makeNote(server.url, `${header}## TODOs\n\n- [ ] Call\n`)
  const [ann, ben] = [await person(browser), await person(browser)]
  await visit(ann, `${server.url}/n/${id}`, 'Ann')
  await visit(ben, `${server.url}/n/${id}`, 'Ben')
  await field(ben).focus()
  await field(ann).fill('Of Ann')
  await saved(ben)
  await ben.context().setOffline(true)
  await field(ben).fill('Of Ben')
  await field(ben).press('Enter')
  await field(ann).press('Enter')
  await expect(panel(ben).getByRole('button', { name: 'Of Ben' })).toBeVisible()
  await ben.context().setOffline(false)
  for (const page of [ann, ben]) {
    await expect(panel(page).getByRole('button', { name: 'Of Ann' })).toBeVisible()
    await expect(panel(page).getByRole('button', { name: 'Of Ben' })).toBeVisible()
  }
})

test('[N253] @ offers people, and who is chosen owns the TODO', async ({ browser }) => {
  const id = await makeNote(server.url, `${header}## TODOs\n`)
  const page = await person(browser)
  await visit(page, `${server.url}/n/${id}`, 'Cleo')
  await field(page).focus()
  await page.keyboard.type('Send it @be')
  await expect(people(page).getByRole('option', { name: /BenK/ })).toHaveAttribute('aria-selected', 'true')
  await expectAccessible(page, 'people for a TODO')
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('BK: Send it')
  await page.keyboard.type(' @ann')
  await page.keyboard.press('Shift+Enter')
  await expect(field(page)).toHaveValue('BK/AB: Send it')
  await page.keyboard.type(' @')
  await expect(people(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(people(page)).toHaveCount(0)
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveValue('')
  await page.keyboard.type('@nobody')
  await people(page).getByRole('option', { name: 'Add “nobody” as a new person' }).click()
  await page.keyboard.type('Ask')
  await page.keyboard.press('Enter')
  await expect.poll(() => read(id)).toContain('- [ ] nobody: Ask\n')
})

test('[N250] the field stays in sight while the list above it grows', async ({ browser }) => {
  const id = await makeNote(server.url, `${header}## TODOs\n\n${'- [ ] Call\n'.repeat(40)}`)
  const page = await person(browser)
  await visit(page, `${server.url}/n/${id}`, 'Ann')
  await field(page).focus()
  for (const words of ['One', 'Two', 'Three']) {
    await field(page).fill(words)
    await field(page).press('Enter')
    await expect(panel(page).getByRole('button', { name: words, exact: true })).toBeVisible()
    await expect(field(page)).toBeInViewport({ ratio: 1 })
  }
})

test('[N250] who may not edit the note has no field', async ({ browser }) => {
  const id = await makeNote(server.url, `${header}- [ ] Call\n`)
  const page = await person(browser)
  await visit(page, `${server.url}/n/${id}`, 'Ann')
  await expect(field(page)).toBeVisible()
  const headers = { 'content-type': 'application/json' }
  await fetch(`${server.url}/api/notes/${id}/finish`, { method: 'POST', headers, body: '{}' })
  await expect(field(page)).toHaveCount(0)
})

test('[N250] on a phone it is at the end of the TODOs', async ({ browser }) => {
  const { viewport, hasTouch, isMobile } = devices['iPhone 13']
  const id = await makeNote(server.url, `${header}Hello\n`)
  const page = await person(browser, { viewport, hasTouch, isMobile })
  await visit(page, `${server.url}/n/${id}`, 'Ann')
  await page.getByRole('button', { name: 'TODOs' }).tap()
  await field(page).tap()
  await page.keyboard.type('Call @be')
  await people(page).getByRole('option', { name: /BenK/ }).tap()
  await page.keyboard.press('Enter')
  await expect(panel(page).getByRole('button', { name: 'Call' })).toBeVisible()
  await expect.poll(() => read(id)).toBe(`${header}Hello\n\n## TODOs\n\n- [ ] BK: Call\n`)
})

for (const look of looks) {
  test(`[N120] axe finds nothing in the field for a TODO, ${look.name}`, async ({ browser }) => {
    const id = await makeNote(server.url, `${header}- [ ] Call\n`)
    const page = await onlooker(browser, look)
    await page.goto(`${server.url}/n/${id}`)
    await introduce(page, 'Ada')
    await saved(page)
    const dock = page.getByRole('button', { name: 'TODOs' })
    await expect(field(page).or(dock).filter({ visible: true }).first()).toBeVisible() // the field comes late
    if (await dock.isVisible()) await dock.click()
    await field(page).fill('Call')
    await expectAccessible(page, 'a TODO that is being written')
  })
}
