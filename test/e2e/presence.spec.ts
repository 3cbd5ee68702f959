import { expect, type Page } from '@playwright/test'
import { caretAtEnd, editor, importNote, person, sampleNote, saved, test, useServer, visit } from './meeting.ts'

const server = useServer()
const note = sampleNote()
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const outline = (page: Page) => page.getByRole('navigation', { name: 'Outline' })
const news = (page: Page) => page.getByRole('status', { name: 'News of the meeting' })
const missed = (page: Page) => page.getByRole('region', { name: 'While you were away' })
const marks = (page: Page) => editor(page).locator('.changed')

const there = (page: Page, heading: string) =>
  outline(page).locator('a', { hasText: heading }).locator('.avatars .avatar')

async function isInSight(page: Page, text: string): Promise<boolean> {
  return editor(page)
    .getByText(text)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return bottom > 60 && top < innerHeight
    })
}

/** Tells a page that nobody looks at it, or that somebody does. */
async function look(page: Page, isVisible: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
      document.dispatchEvent(new Event('visibilitychange'))
    },
    isVisible ? 'visible' : 'hidden',
  )
}

test('[N152, N153] the outline and the circles lead to where people are', async ({ browser }) => {
  const ada = await person(browser)
  const ben = await person(browser)
  const cleo = await person(browser, phone)
  const id = await importNote(ada, server.url, note.file, 'Ada')
  await visit(ben, `${server.url}/n/${id}`, 'Ben')
  await visit(cleo, `${server.url}/n/${id}`, 'Cleo')
  await caretAtEnd(ben, note.lastTodo)
  await editor(cleo).getByText(note.lastTalk).tap()
  await expect(there(ada, 'TODOs and Decisions')).toHaveText(['BE'])
  await expect(there(ada, 'Others')).toHaveText(['CL'])

  expect(await isInSight(ada, note.lastTodo)).toBe(false)
  await ada.getByRole('button', { name: /Ben: go to their caret/ }).click()
  await expect(editor(ada).locator('.cursor[data-flash]')).toHaveText('Ben')
  await expect.poll(() => isInSight(ada, note.lastTodo)).toBe(true)
  await expect(editor(ada).locator('.cursor[data-flash]')).toHaveCount(0)

  // from a phone, in the list of people
  await cleo.locator('.sheet').evaluate((sheet) => sheet.scrollTo(0, 0))
  await cleo.getByRole('button', { name: 'Everybody who is here' }).tap()
  await expect(cleo.getByRole('tabpanel')).toContainText('TODOs and Decisions')
  await cleo.getByRole('tabpanel').getByRole('button', { name: 'Go to Ben' }).tap()
  await expect.poll(() => isInSight(cleo, note.lastTodo)).toBe(true)
})

test("[N154] following goes where somebody goes, until one does something of one's own", async ({ browser }) => {
  const ada = await person(browser)
  const ben = await person(browser)
  const id = await importNote(ada, server.url, note.file, 'Ada')
  await visit(ben, `${server.url}/n/${id}`, 'Ben')
  await caretAtEnd(ben, note.lastTodo)
  await ada.getByRole('tab', { name: /People/ }).click()
  const follow = ada.getByRole('tabpanel').getByRole('button', { name: 'Follow Ben' })
  const pill = ada.getByRole('region', { name: 'Following Ben' })

  // by keyboard alone
  await follow.focus()
  await ada.keyboard.press('Enter')
  await expect(pill).toBeVisible()
  await expect(follow).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => isInSight(ada, note.lastTodo)).toBe(true)
  await ben.locator('.sheet').evaluate((sheet) => sheet.scrollTo(0, 0))
  await caretAtEnd(ben, 'Roadmap to release')
  await expect.poll(() => isInSight(ada, note.lastTodo)).toBe(false)
  // what Ben only looks at
  await ben.locator('.sheet').evaluate((sheet) => sheet.scrollTo(0, sheet.scrollHeight))
  await expect.poll(() => isInSight(ada, note.lastTodo)).toBe(true)
  await ada.keyboard.press('Escape')
  await expect(pill).toBeHidden()

  await follow.click()
  await expect(pill).toBeVisible()
  await ada.locator('.sheet').hover()
  await ada.mouse.wheel(0, -200)
  await expect(pill).toBeHidden()

  await follow.click()
  await pill.getByRole('button', { name: 'Stop' }).click()
  await expect(pill).toBeHidden()

  await caretAtEnd(ada, note.lastTalk)
  await follow.click()
  await editor(ada).focus()
  await ada.keyboard.type('x')
  await expect(pill).toBeHidden()

  await follow.click()
  await expect(pill).toBeVisible()
  await ben.context().close()
  await expect(pill).toBeHidden()
})

test('[N155, N156] who was away sees what others changed meanwhile, and goes through it', async ({ browser }) => {
  const ada = await person(browser)
  const ben = await person(browser)
  await ada.clock.install()
  const id = await importNote(ada, server.url, note.file, 'Ada')
  await visit(ben, `${server.url}/n/${id}`, 'Ben')
  await saved(ada)
  await ada.clock.fastForward(5000)

  // half a minute is nothing
  await look(ada, false)
  await caretAtEnd(ben, note.lastTalk)
  await ben.keyboard.type('?')
  await expect(editor(ada)).toContainText(`${note.lastTalk}?`)
  await ada.clock.fastForward(30_000)
  await look(ada, true)
  await ada.clock.fastForward(3000)
  await expect(missed(ada)).toBeHidden()

  await look(ada, false)
  await caretAtEnd(ben, 'Roadmap to release')
  await ben.keyboard.type(' and later')
  await caretAtEnd(ben, note.lastTodo)
  await ben.keyboard.press('Enter')
  await ben.keyboard.type('While you were away.')
  await expect(editor(ada)).toContainText('While you were away.')
  await ada.clock.fastForward(70_000)
  await look(ada, true)
  await ada.clock.fastForward(3000)
  await expect(missed(ada)).toContainText('2 changes while you were away')
  await expect(marks(ada)).toHaveCount(2)
  await expect(marks(ben)).toHaveCount(0)

  // one of the two stays out of sight, so that the line stays until "Done"
  await ada.keyboard.press('F8')
  await expect.poll(() => isInSight(ada, ' and later')).toBe(true)
  await missed(ada).getByRole('button', { name: 'Done' }).click()
  await expect(missed(ada)).toBeHidden()
  await expect(marks(ada)).toHaveCount(0)
})

test('[N157] the next visit shows what is new since the last one', async ({ browser }) => {
  const ada = await person(browser, phone)
  const ben = await person(browser)
  const id = await importNote(ada, server.url, note.file, 'Ada')
  await visit(ben, `${server.url}/n/${id}`, 'Ben')
  await saved(ada)
  await ada.goto(server.url)
  await expect(missed(ada)).toHaveCount(0)
  await caretAtEnd(ben, note.lastTodo)
  await ben.keyboard.type(' Soon.')
  await saved(ben)
  await ada.goto(`${server.url}/n/${id}`)
  await expect(missed(ada)).toContainText('1 change while you were away')
  await expect(marks(ada)).toContainText(['Soon.'])
  await missed(ada).getByRole('button', { name: 'Done' }).tap()
  await expect(marks(ada)).toHaveCount(0)
  await saved(ada)
  await ada.reload()
  await saved(ada)
  await expect(missed(ada)).toHaveCount(0)
})

test('[N150] joins and leaves are said together', async ({ browser }) => {
  const ada = await person(browser)
  const id = await importNote(ada, server.url, note.file, 'Ada')
  await saved(ada)
  const others = await Promise.all(['Ben', 'Cleo', 'Dan'].map(() => person(browser)))
  for (const [index, page] of others.entries())
    await visit(page, `${server.url}/n/${id}`, ['Ben', 'Cleo', 'Dan'][index] ?? '')
  await expect(news(ada)).toHaveText(/joined$/)
  await Promise.all(others.slice(0, 2).map((page) => page.goto('about:blank')))
  await expect(news(ada)).toHaveText(/(?:^|, )(?:Ben|Cleo)(?: and (?:Ben|Cleo))? left$/)
})
