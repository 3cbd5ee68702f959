import { expect, type Page } from '@playwright/test'
import { startServer, type RunningServer } from '../server.ts'
import {
  caretAtEnd,
  editor,
  expectBlock,
  importNote,
  makeNote,
  person,
  sampleNote,
  sampleNotes,
  saved,
  syncLine,
  test,
  visit,
  withLine,
  wordsOf,
} from './meeting.ts'

interface ApiItem {
  text: string
  owners: { label: string; participant: string | null }[]
  lines: [number, number]
  section: string
}

async function json<T>(server: RunningServer, path: string): Promise<T> {
  const response = await fetch(server.url + path)
  expect(response.status, path).toBe(200)
  return (await response.json()) as T
}

/** Types like a person does, one key after the other. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 12 })
}

/** Words enough to be typing them when the server dies. */
function long(name: string): string {
  return Array.from({ length: 12 }, (_, index) => ` ${name} ${index + 1}`).join('')
}

for (const note of sampleNotes()) {
  test(`two people write "${note.title}" together through a killed server, and download it`, async ({ browser }) => {
    let server = await startServer()
    try {
      const ada = await person(browser)
      const ben = await person(browser)
      const id = await importNote(ada, server.url, note.file, 'Ada')
      await visit(ben, `${server.url}/n/${id}`, 'Ben')

      for (const page of [ada, ben]) {
        await saved(page)
        await expect(page.getByRole('heading', { level: 1 })).toContainText(note.title)
        await expect(page.locator('.props .chip.person')).toHaveCount(note.people)
        await expect(editor(page).locator('h2').first()).toContainText('Agenda')
        await expect(editor(page).locator('ul').first().locator('li')).toHaveCount(note.agenda)
        await expect(editor(page).locator('.todo')).toHaveCount(note.todos)
        await expect(editor(page).locator('.decision')).toHaveCount(1)
        await expect(page.locator('.presence .avatar')).toHaveCount(2)
      }

      // in the same new paragraph at once: Ada before, Ben after the word that stands there
      await caretAtEnd(ada, note.lastTalk)
      await ada.keyboard.press('Enter')
      await type(ada, 'middle')
      await expect(editor(ben).getByText('middle')).toBeVisible()
      await caretAtEnd(ben, 'middle')
      await ada.keyboard.press('Home')
      await Promise.all([type(ada, 'Ada opens the round here. '), type(ben, ' and Ben closes it there.')])
      const together = 'Ada opens the round here. middle and Ben closes it there.'
      for (const page of [ada, ben]) await expectBlock(page, together)
      // each sees the other's caret
      await expect(editor(ada).locator('.cursor b')).toHaveText(['Ben'])
      await expect(editor(ben).locator('.cursor b')).toHaveText(['Ada'])

      // a TODO typed by habit in one is in the panel of the other
      await caretAtEnd(ada, note.lastTodo)
      await ada.keyboard.press('Enter')
      await type(ada, `${note.owner.label}: Send the summary.`)
      await expect(ben.getByRole('tabpanel').getByText('Send the summary.')).toBeVisible()
      await expect(editor(ben).locator('.todo')).toHaveCount(note.todos + 1)
      await saved(ada)

      const items = await json<{ todos: ApiItem[]; decisions: ApiItem[] }>(server, `/api/notes/${id}/items`)
      expect(items.todos.map((todo) => todo.owners)).toEqual(Array.from({ length: note.todos + 1 }, () => [note.owner]))
      expect(items.todos.at(-1)?.text).toBe('Send the summary.')
      expect(items.decisions).toHaveLength(1)
      expect(items.decisions[0]?.text.startsWith(note.decision)).toBe(true)

      // killed in the middle of typing, started again on the same folder and port
      await caretAtEnd(ada, together)
      await caretAtEnd(ben, 'Send the summary.')
      const typing = Promise.all([type(ada, long('ada')), type(ben, long('ben'))])
      await ada.waitForTimeout(400)
      await server.stop('SIGKILL')
      await expect(syncLine(ada)).not.toContainText('Saved')
      await typing
      server = await startServer({ dataDir: server.dataDir, port: server.port })
      await saved(ada)
      await saved(ben)
      for (const page of [ada, ben]) {
        await expectBlock(page, together + long('ada'))
        await expectBlock(page, `${note.owner.label}: Send the summary.${long('ben')}`)
      }

      // a third, fresh browser, the two and the server hold the same
      const cleo = await person(browser)
      await visit(cleo, `${server.url}/n/${id}`, 'Cleo')
      await saved(cleo)
      const words = await wordsOf(ada)
      expect(await wordsOf(ben)).toEqual(words)
      await expect.poll(() => wordsOf(cleo)).toEqual(words)

      const download = ada.waitForEvent('download')
      await ada.getByRole('button', { name: 'Download Markdown' }).click()
      const file = await download
      expect(file.suggestedFilename()).toBe(note.file.split('/').at(-1))
      const stream = await file.createReadStream()
      const bytes = Buffer.concat(await stream.toArray())
      const talked = withLine(note.markdown, note.lastTalk, together + long('ada'))
      expect(bytes.toString('utf8')).toBe(
        withLine(talked, note.lastTodo, `${note.owner.label}: Send the summary.${long('ben')}`),
      )
      const served = await fetch(`${server.url}/api/notes/${id}/markdown`)
      expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true)
    } finally {
      await server.dispose()
    }
  })
}

test('text typed without a network survives a reload and is there once', async ({ browser }) => {
  const server = await startServer()
  const note = sampleNote()
  try {
    const ada = await person(browser)
    const ben = await person(browser)
    const id = await importNote(ada, server.url, note.file, 'Ada')
    await visit(ben, `${server.url}/n/${id}`, 'Ben')
    await saved(ada)
    await saved(ben)

    await ada.context().setOffline(true)
    await expect(syncLine(ada)).toHaveAttribute('data-state', 'offline')
    await caretAtEnd(ada, note.lastTalk)
    await ada.keyboard.press('Enter')
    await type(ada, 'Written on the train.')
    await expect(syncLine(ada)).toContainText(/Offline, \d+ changes? kept here/)
    await caretAtEnd(ben, note.lastTodo)
    await ben.keyboard.press('Enter')
    await type(ben, `${note.owner.label}: Meanwhile in the office.`)
    await expect(editor(ben).getByText('Written on the train.')).toHaveCount(0)

    await ada.reload().catch(() => undefined) // there is no network to load the page from
    await ada.context().setOffline(false)
    await ada.goto(`${server.url}/n/${id}`)
    await saved(ada)
    for (const page of [ada, ben]) {
      await expect(editor(page).getByText('Written on the train.')).toHaveCount(1)
      await expect(editor(page).getByText('Meanwhile in the office.')).toHaveCount(1)
    }
    const markdown = await (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()
    const talked = withLine(note.markdown, note.lastTalk, 'Written on the train.')
    expect(markdown).toBe(withLine(talked, note.lastTodo, `${note.owner.label}: Meanwhile in the office.`))
  } finally {
    await server.dispose()
  }
})

test('[E195] paragraphs that another adds above leave the caret in sight', async ({ browser }) => {
  const server = await startServer()
  try {
    const talk = Array.from({ length: 30 }, (_, index) => `Line ${index}`).join('\n\n')
    const id = await makeNote(server.url, `# Lamp call\n\n${talk}\n`)
    const ada = await person(browser)
    const ben = await person(browser)
    await visit(ada, `${server.url}/n/${id}`, 'Ada')
    await visit(ben, `${server.url}/n/${id}`, 'Ben')
    const isInSight = () =>
      editor(ada)
        .getByText('Line 10', { exact: true })
        .evaluate((line) => {
          const { top, bottom } = line.getBoundingClientRect()
          const sheet = line.closest('.sheet')?.getBoundingClientRect()
          return sheet !== undefined && top >= sheet.top && bottom <= sheet.bottom
        })
    await caretAtEnd(ada, 'Line 10')
    expect(await isInSight()).toBe(true)
    await caretAtEnd(ben, 'Line 3')
    for (let line = 0; line < 25; line += 1) {
      await ben.keyboard.press('Enter')
      await ben.keyboard.type(`More ${line}`)
    }
    await expect(editor(ada).getByText('More 24')).toBeAttached()
    await expect.poll(isInSight).toBe(true)
  } finally {
    await server.dispose()
  }
})

const section = (index: number) =>
  `## Point ${index}\n\n${Array.from({ length: 9 }, (_, line) => `Ann: Word ${line} of ${index}. ${'And so on. '.repeat(index % 30)}`).join('\n\n')}`

const topOf = (page: Page, words: string) =>
  editor(page)
    .getByText(words, { exact: true })
    .evaluate((line) => line.getBoundingClientRect().top)

test('[E193] a note of very many blocks is led to, searched and written in as a short one', async ({ browser }) => {
  const server = await startServer()
  try {
    const text = Array.from({ length: 400 }, (_, index) => section(index)).join('\n\n')
    const id = await makeNote(server.url, `# Long call\n\n${text}\n`)
    const ada = await person(browser)
    const ben = await person(browser)
    await visit(ada, `${server.url}/n/${id}`, 'Ada')
    await visit(ben, `${server.url}/n/${id}`, 'Ben')
    // by the outline
    await ada.getByRole('navigation', { name: 'Outline' }).getByRole('link', { name: 'Point 250', exact: true }).click()
    await expect.poll(async () => Math.abs((await topOf(ada, 'Point 250')) - 120)).toBeLessThan(120)
    // to its end, and to where another writes
    await editor(ada).click()
    await ada.keyboard.press('ControlOrMeta+End')
    await ada.keyboard.type(' The end.')
    await expect(editor(ben)).toContainText('The end.')
    await ben.getByRole('button', { name: /Ada: go to their caret/ }).click()
    await expect.poll(() => editor(ben).locator('.cursor b').isVisible()).toBe(true)
    await expect.poll(async () => (await editor(ben).locator('.cursor').boundingBox())?.y).toBeLessThan(700)
    // by its words
    await ben.keyboard.press('ControlOrMeta+f')
    await ben.keyboard.type('Word 8 of 120.')
    await expect(ben.getByRole('search').getByText('1 of 1')).toBeVisible()
    await expect
      .poll(() =>
        editor(ben)
          .locator('p', { hasText: 'Word 8 of 120.' })
          .evaluate((line) => line.getBoundingClientRect().top),
      )
      .toBeLessThan(800)
  } finally {
    await server.dispose()
  }
})
