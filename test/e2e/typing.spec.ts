import { expect, type Page } from '@playwright/test'
import { caretAtEnd, editor, expectBlock, makeNote, person, saved, test, useServer, visit } from './meeting.ts'

const server = useServer()

const file = `---
title: Lamp call
datetime: 2024-03-06T16:00:00+01:00
participants:
- JanaW
- Michalis
- Mihnea
- Sahil
---

## Discussions

Hello there

## TODOs and Decisions

JW: Buy a lamp
`

const noteWith = async (markdown: string) => `/n/${await makeNote(server.url, markdown)}`

/** Opens a new note made of `file`, and gives what reads its Markdown once everything is saved. */
async function open(page: Page): Promise<{ markdown: () => Promise<string>; items: () => Promise<Items> }> {
  const location = await noteWith(file)
  await visit(page, server.url + location, 'Sahil')
  await saved(page)
  const get = async (what: string) => {
    await saved(page)
    return fetch(`${server.url}/api/notes/${location.replace('/n/', '')}/${what}`)
  }
  return {
    markdown: async () => (await get('markdown')).text(),
    items: async () => (await (await get('items')).json()) as Items,
  }
}

interface Items {
  todos: { text: string; owners: { label: string; participant: string | null }[]; due: string | null; done: boolean }[]
  decisions: { text: string }[]
}

/** A new empty line below the paragraph that ends with `text`. */
async function lineBelow(page: Page, text: string): Promise<void> {
  await caretAtEnd(page, text)
  await page.keyboard.press('Enter')
}

for (const typed of ['[] ', '- [ ] ']) {
  test(`"${typed}" makes a TODO, which takes owners, a due date and a tick`, async ({ browser }) => {
    const page = await person(browser)
    const note = await open(page)
    await lineBelow(page, 'Hello there')
    await page.keyboard.type(`${typed}JW/Sahil: Hang it up due 2024-03-20`)
    const todo = editor(page).locator('.todo').first()
    await expect(todo.locator('.owner')).toHaveText(['JW', 'Sahil'])
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect
      .poll(note.markdown)
      .toBe(file.replace('Hello there\n', 'Hello there\n\n- [x] JW/Sahil: Hang it up due 2024-03-20\n'))
    expect((await note.items()).todos[0]).toMatchObject({
      text: 'Hang it up',
      owners: [
        { label: 'JW', participant: 'JanaW' },
        { label: 'Sahil', participant: 'Sahil' },
      ],
      due: '2024-03-20',
      done: true,
    })
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect.poll(async () => (await note.items()).todos[0]?.done).toBe(false)
  })
}

test('a line "MP: …" in the section of TODOs is one, and says that it is not sure who MP is', async ({ browser }) => {
  const page = await person(browser)
  const note = await open(page)
  await lineBelow(page, 'Buy a lamp')
  await page.keyboard.type('MP: Carry it home by Friday')
  const todo = editor(page).locator('.todo').last()
  await expect(todo.locator('.owner')).toHaveText('MP')
  await expect(todo.locator('.owner')).toHaveAttribute('title', /Michalis.*Mihnea/)
  await expect
    .poll(async () => (await note.items()).todos.at(-1))
    .toMatchObject({
      text: 'Carry it home',
      owners: [{ label: 'MP', participant: null }],
      due: '2024-03-08',
    })
})

test('the same line among the discussions is a speaker, and Backspace at its start makes it letters', async ({
  browser,
}) => {
  const page = await person(browser)
  const note = await open(page)
  await lineBelow(page, 'Hello there')
  await page.keyboard.type('JW: It is too dark')
  await expect(editor(page).locator('.said .speaker')).toHaveText('JW')
  for (let index = 0; index < 'It is too dark'.length; index += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Backspace')
  await expect(editor(page).locator('.said')).toHaveCount(0)
  await expect.poll(note.markdown).toContain('\nJW: It is too dark\n')
})

test('"@" names somebody: present people first, and Enter assigns', async ({ browser }) => {
  const page = await person(browser)
  const note = await open(page)
  await lineBelow(page, 'Hello there')
  await page.keyboard.type('[] Switch it on @mi')
  const list = page.getByRole('listbox')
  await expect(list.getByRole('option').first()).toContainText('Michalis')
  await page.keyboard.press('Enter')
  await expect(list).toBeHidden()
  await expect
    .poll(async () => (await note.items()).todos[0])
    .toMatchObject({
      text: 'Switch it on',
      owners: [{ participant: 'Michalis' }],
    })
})

test('"=> " makes a decision, and Backspace right after gives back what was typed', async ({ browser }) => {
  const page = await person(browser)
  const note = await open(page)
  await lineBelow(page, 'Hello there')
  await page.keyboard.type('=> ')
  await expectBlock(page, 'Decision: ')
  await page.keyboard.press('Backspace')
  await expectBlock(page, '=> ')
  await page.keyboard.type('we keep the old one')
  await expect.poll(async () => (await note.items()).decisions).toHaveLength(0)
  await page.keyboard.press('Enter')
  await page.keyboard.type('=> We use LED.')
  await expect(editor(page).locator('.decision')).toContainText('We use LED.')
  await expect.poll(async () => (await note.items()).decisions).toMatchObject([{ text: 'We use LED.' }])
  expect(await note.markdown()).toContain('\nDecision: We use LED.\n')
})

test('"/" inserts: filtered as one types, chosen with arrows and Enter, left with Escape', async ({ browser }) => {
  const page = await person(browser)
  const note = await open(page)
  await lineBelow(page, 'Hello there')
  await page.keyboard.type('/dec')
  await expect(page.getByRole('option', { name: /Decision/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await page.keyboard.type('It stays on.')
  await expect(editor(page).locator('.decision')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await page.keyboard.type('/todo')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Oil the hinge')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/table')
  await page.keyboard.press('Escape')
  await expect
    .poll(note.markdown)
    .toBe(file.replace('Hello there\n', 'Hello there\n\nDecision: It stays on.\n\n- [ ] Oil the hinge\n\n/table\n'))
})

test('on a phone "+" opens the same menu, and a tap inserts', async ({ browser }) => {
  const page = await person(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const note = await open(page)
  await editor(page).getByText('Hello there').tap()
  await page.getByRole('button', { name: 'Insert a block' }).tap()
  await page.getByRole('option', { name: /^TODO/ }).tap()
  await page.keyboard.type('Dust it off')
  await expect.poll(note.markdown).toBe(file.replace('Hello there\n', 'Hello there\n\n- [ ] Dust it off\n'))
})

test('opening writes nothing, and undoing everything gives the file back', async ({ browser }) => {
  const page = await person(browser)
  const note = await open(page)
  expect(await note.markdown()).toBe(file)
  await caretAtEnd(page, 'Hello there')
  await page.keyboard.type(' and more')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- one')
  await page.keyboard.press('Enter')
  await page.keyboard.type('two')
  await expect.poll(note.markdown).not.toBe(file)
  for (let index = 0; index < 30; index += 1) await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(note.markdown).toBe(file)
})

test('undo takes back what I did, not what another person did', async ({ browser }) => {
  const ada = await person(browser)
  const location = await noteWith(file)
  await visit(ada, server.url + location, 'Ada')
  const ben = await person(browser)
  await visit(ben, server.url + location, 'Ben')
  await saved(ben)
  await caretAtEnd(ada, 'Hello there')
  await ada.keyboard.type(' from Ada')
  await expect(editor(ben).getByText('from Ada')).toBeVisible()
  await caretAtEnd(ben, 'Buy a lamp')
  await ben.keyboard.type(' from Ben')
  await expect(editor(ada).getByText('from Ben')).toBeVisible()
  await ada.keyboard.press('ControlOrMeta+z')
  await expect(editor(ada).getByText('from Ada')).toHaveCount(0)
  await expect(editor(ben).getByText('from Ada')).toHaveCount(0)
  await expect(editor(ben).getByText('from Ben')).toBeVisible()
})

test('a TODO that is ticked over HTTP is ticked in every open editor', async ({ browser }) => {
  const page = await person(browser)
  const note = await open(page)
  const [todo] = (await note.items()).todos as { id?: string }[]
  const response = await fetch(`${server.url}/api/todos/${todo?.id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: '{"done": true}',
  })
  expect(response.status).toBe(200)
  await expect(page.getByRole('tabpanel').getByRole('checkbox')).toBeChecked()
  await expect(editor(page).locator('.todo .check')).toBeChecked()
  expect(await note.markdown()).toBe(file)
})

test('[E190] what a TODO costs: the keys beyond its words and the letters of its owner', async ({ browser }) => {
  const page = await person(browser)
  const note = await open(page)
  let keys = 0
  const type = async (words: string) => {
    keys += words.length
    await page.keyboard.type(words)
  }
  const press = async (key: string) => {
    keys += 1
    await page.keyboard.press(key)
  }
  const cost = async (letters: number, write: () => Promise<void>) => {
    keys = 0
    await write()
    return keys - letters
  }
  const words = 'Send it'
  await lineBelow(page, 'Hello there')
  expect(await cost(words.length, () => type(`[]${words}`))).toBe(2)
  // the Enter of a new line, and nothing else
  expect(await cost(words.length, async () => (await press('Enter'), type(words)))).toBe(1)
  await press('Enter')
  expect(await cost(2 + words.length, async () => (await type('jw'), await press('Tab'), type(words)))).toBe(1)
  await lineBelow(page, 'Buy a lamp')
  expect(await cost(2 + words.length, () => type(`JW: ${words}`))).toBe(2)
  await press('Enter')
  expect(await cost(2 + words.length, async () => (await type('jw'), await press('Tab'), type(words)))).toBe(1)
  await expect
    .poll(note.markdown)
    .toBe(
      file
        .replace('Hello there\n', `Hello there\n\n- [ ] ${words}\n- [ ] ${words}\n- [ ] JW: ${words}\n`)
        .replace('Buy a lamp\n', `Buy a lamp\n\nJW: ${words}\n\nJW: ${words}\n`),
    )
  expect((await note.items()).todos).toHaveLength(6)
})

test('[N224] a due date is typed in words, chosen from near days, and taken away', async ({ browser }) => {
  const page = await person(browser)
  const note = await open(page)
  await lineBelow(page, 'Hello there')
  await page.keyboard.type('[] Send it')
  await page.keyboard.type(' /due')
  await page.keyboard.press('Enter')
  const field = page.getByRole('combobox', { name: 'Due date' })
  await expect(field).toBeFocused()
  await page.keyboard.type('march 20 2030')
  await expect(page.getByRole('option')).toHaveText(['Wednesday, March 20, 2030'])
  await page.keyboard.press('Enter')
  await expect(editor(page)).toBeFocused()
  const sends = async () => /- \[ \] Send it.*/.exec(await note.markdown())?.[0].trimEnd()
  await expect.poll(sends).toBe('- [ ] Send it (due 2030-03-20)')

  await editor(page).locator('.due').click()
  await field.fill('next week')
  await expect(page.getByRole('option')).toHaveCount(0)
  await expect(page.getByText('A day, such as')).toBeVisible()
  await field.fill('')
  await page.getByRole('option', { name: 'No date' }).click()
  await expect.poll(sends).toBe('- [ ] Send it')
})

/** Four who type in one paragraph, each in letters of their own. */
const writers = [
  { name: 'Ada', letters: 'abcdefghijklm', ms: 7 },
  { name: 'Ben', letters: 'NOPQRSTUVWXYZ', ms: 31 },
  { name: 'Cleo', letters: '0123456789', ms: 12 },
  { name: 'Dan', letters: 'αβγδεζηθικλμν', ms: 40 },
]

test('[E235, E236] four people type at full speed in one paragraph: each letter is there once, in the order of its writer', async ({
  browser,
}) => {
  const id = await makeNote(server.url, '## Talk\n\n... ...\n')
  const people = await Promise.all(writers.map(async (writer) => ({ ...writer, page: await person(browser) })))
  for (const { name, page } of people) {
    await visit(page, `${server.url}/n/${id}`, name)
    await saved(page)
    await caretAtEnd(page, '... ...')
  }
  await people[1]?.page.keyboard.press('ArrowLeft')
  await people[3]?.page.keyboard.press('Home')
  await Promise.all(people.map(({ page, ms, letters }) => page.keyboard.type(letters.repeat(6), { delay: ms })))
  for (const { page } of people) await saved(page)
  const text = async () => (await (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()).split('\n')[2] ?? ''
  const end = await text()
  for (const { name, letters } of people) {
    expect(end.replaceAll(new RegExp(`[^${letters}]`, 'g'), ''), name).toBe(letters.repeat(6))
  }
  for (const { page } of people) await expectBlock(page, end)
})
