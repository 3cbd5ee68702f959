import { expect, type Page } from '@playwright/test'
import {
  caretAtEnd,
  editor,
  expectBlock,
  importNote,
  makeNote,
  person,
  sampleNotes,
  saved,
  test,
  useServer,
  visit,
} from './meeting.ts'

const server = useServer()
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const topics = (page: Page) => editor(page).locator('li.topic')
const present = (page: Page) => editor(page).locator('li[aria-current=step]')
const outlineLink = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Outline' }).getByRole('link', { name })
const news = (page: Page) => page.getByRole('status', { name: 'News of the meeting' })

/** The words of the items, without what is drawn in their rows. */
async function namesOf(page: Page): Promise<string[]> {
  const rows = await topics(page).locator('p').allTextContents()
  return rows.map((row) => row.replace(/^Start/, ''))
}

async function caretInTopic(page: Page, index: number): Promise<void> {
  await topics(page).nth(index).locator('p').click()
  await page.keyboard.press('End')
}

async function markdownOf(id: string): Promise<string> {
  return (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()
}

/** Notes all that is said from here on: one piece of news may follow another at once. */
async function listen(page: Page): Promise<void> {
  await news(page).evaluate((output) => {
    const heard: (string | null)[] = []
    Object.assign(window, { heard })
    const options = { childList: true, characterData: true, subtree: true }
    new MutationObserver(() => heard.push(output.textContent)).observe(output, options)
  })
}

const said = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard)

for (const note of sampleNotes()) {
  test(`[E181, E183, I45] the agenda of "${note.title}" goes on for everybody, and the file stays as it was`, async ({
    browser,
  }) => {
    const ada = await person(browser)
    const ben = await person(browser, phone)
    const id = await importNote(ada, server.url, note.file, 'Ada')
    await visit(ben, `${server.url}/n/${id}`, 'Ben')
    await saved(ben)
    const names = await namesOf(ada)
    expect(names).toHaveLength(note.agenda)

    // Ada starts, Ben's phone shows it, and ticks
    await Promise.all([listen(ada), listen(ben)])
    await ada.getByRole('button', { name: `Start: ${names[0]}` }).click()
    await expect(present(ben)).toContainText(names[0] ?? '')
    await expect.poll(() => said(ben)).toContain(`Ada moved on to ${names[0]}`)
    await topics(ben).nth(0).getByRole('checkbox', { name: 'Discussed' }).tap()
    await expect(present(ada)).toContainText(names[1] ?? '')
    await expect.poll(() => said(ada)).toContain(`Ben moved on to ${names[1]}`)
    await expect(topics(ada).nth(0).getByRole('checkbox', { name: 'Discussed' })).toBeChecked()

    // from the keyboard, in the item itself
    await caretInTopic(ada, 1)
    await ada.keyboard.press('Control+Enter')
    await expect(present(ben)).toContainText(names[2] ?? '')
    await ada.keyboard.press('Control+z')
    await expect(present(ben)).toContainText(names[1] ?? '')
    await ada.keyboard.press('Control+Shift+z')
    await expect(present(ben)).toContainText(names[2] ?? '')

    // the outline says the same
    await expect(ada.locator('.clock')).toContainText(`2 of ${note.agenda} agenda items discussed`)
    await expect(ada.getByRole('navigation', { name: 'Outline' }).locator('[aria-current=step]')).toHaveCount(1)
    await expect(outlineLink(ada, 'Agenda')).toContainText(`2 of ${note.agenda}`)
    await ben.getByRole('button', { name: 'Outline' }).last().click()
    await ben.getByRole('button', { name: `Next: ${names[3]}` }).tap()
    await expect(present(ada)).toContainText(names[3] ?? '')

    await saved(ada)
    await saved(ben)
    expect(await markdownOf(id)).toBe(note.markdown)

    // it outlives a reload, and stays with its words when somebody edits them
    await caretInTopic(ada, 0)
    await ada.keyboard.type(' and more')
    await expectBlock(ada, `${names[0]} and more`)
    await saved(ada)
    await ada.reload()
    await expect(present(ada)).toContainText(names[3] ?? '')
    await expect(topics(ada).locator(':checked')).toHaveCount(3)
    expect(await markdownOf(id)).toBe(note.markdown.replace(`- ${names[0]}\n`, `- ${names[0]} and more\n`))
  })
}

const noteWith = async (markdown: string) => `${server.url}/n/${await makeNote(server.url, markdown)}`

test('[E180, E184] minutes stand in the clock, which warns when they are over; boxes are ticked in the file', async ({
  browser,
}) => {
  const url = await noteWith('## Agenda\n\n- Tools (1 min)\n- [ ] Money\n- Others\n')
  const ada = await person(browser)
  await ada.clock.install()
  await visit(ada, url, 'Ada')
  await expect(topics(ada).first().locator('time')).toHaveText('1 min')
  await expect(topics(ada).first().locator('.due-words')).toBeHidden()
  await topics(ada).first().locator('time').click()
  await expect(topics(ada).first().locator('p')).toContainText('(1 min)')
  await ada.getByRole('button', { name: 'Start: Tools' }).click()
  await expect(topics(ada).first().locator('time')).toHaveText('0 of 1 min')
  await ada.clock.fastForward(70_000)
  await expect(topics(ada).first().locator('time')).toHaveText('1 of 1 min')
  await expect(topics(ada).first().locator('time')).toHaveClass('tone-warn')
  await expect(ada.locator('.clock .present .tone-warn')).toHaveText('1 of 1 min')
  await expect(ada.locator('.clock header')).toContainText('1 of 1 min')

  await ada.getByRole('button', { name: 'Next: Money' }).click()
  await ada.getByRole('button', { name: 'Next: Others' }).click()
  await ada.getByRole('button', { name: 'Done: Others' }).click()
  await expect(ada.getByRole('button', { name: /^(Next|Done|Start): / })).toHaveCount(0)
  await expect(ada.locator('.clock header')).toContainText('Discussed')
  await saved(ada)
  const markdown = await (await fetch(url.replace('/n/', '/api/notes/') + '/markdown')).text()
  expect(markdown).toBe('## Agenda\n\n- Tools (1 min)\n- [x] Money\n- Others\n')
})

test('[E181] what is ticked without a network is ticked for all when it is back', async ({ browser }) => {
  const url = await noteWith('## Agenda\n\n- Tools\n- Others\n')
  const ada = await person(browser)
  const ben = await person(browser)
  await visit(ada, url, 'Ada')
  await visit(ben, url, 'Ben')
  await saved(ada)
  await ada.context().setOffline(true)
  await topics(ada).nth(1).getByRole('checkbox').click()
  await expect(topics(ada).nth(1).getByRole('checkbox')).toBeChecked()
  await topics(ben).nth(0).getByRole('checkbox').click()
  await ada.context().setOffline(false)
  for (const page of [ada, ben]) await expect(topics(page).locator(':checked')).toHaveCount(2)
})

test('[E172] any item can be started out of order, by a press, from the keyboard and by touch, for all', async ({
  browser,
}) => {
  const url = await noteWith('## Agenda\n\n1. Tools (5 min)\n2. [ ] Money\n3. Others\n')
  const ada = await person(browser)
  const ben = await person(browser, phone)
  await visit(ada, url, 'Ada')
  await visit(ben, url, 'Ben')
  await saved(ben)
  await topics(ada).nth(2).hover()
  await topics(ada).nth(2).getByRole('button', { name: 'Start' }).click()
  await expect(present(ben)).toContainText('Others')

  // by touch: "Start" is in the row that was tapped
  await topics(ben).nth(0).locator('p').tap()
  await topics(ben).nth(0).getByRole('button', { name: 'Start' }).tap()
  await expect(present(ada)).toContainText('Tools')
  await expect(topics(ada).locator(':checked')).toHaveCount(0)

  await caretInTopic(ada, 1)
  await ada.keyboard.press('Control+Alt+Enter')
  await expect(present(ben)).toContainText('Money')
  await ada.keyboard.press('Control+z')
  await expect(present(ben)).toContainText('Tools')

  // from the outline, with the keyboard alone
  const menu = ada.getByRole('menu', { name: 'Agenda' })
  await ada.getByRole('button', { name: 'Start any item' }).focus()
  await ada.keyboard.press('ArrowDown')
  await expect(menu.getByRole('menuitem', { name: /Tools/ })).toBeFocused()
  await expect(menu.getByRole('menuitem', { name: /Tools/ })).toContainText('Now discussing · 5 min')
  await ada.keyboard.press('o')
  await ada.keyboard.press('Enter')
  await expect(menu).toBeHidden()
  await expect(present(ben)).toContainText('Others')

  // and from the menu of the block
  await caretInTopic(ada, 0)
  await ada.keyboard.press('Control+Shift+Enter')
  await ada.getByRole('menuitem', { name: /Start this item/ }).click()
  await expect(present(ben)).toContainText('Tools')
  await saved(ada)
  const markdown = await (await fetch(url.replace('/n/', '/api/notes/') + '/markdown')).text()
  expect(markdown).toBe('## Agenda\n\n1. Tools (5 min)\n2. [ ] Money\n3. Others\n')
})

test('[E172, I81] what was started without a network is started for all when it is back', async ({ browser }) => {
  const url = await noteWith('## Agenda\n\n- Tools\n- Money\n- Others\n')
  const ada = await person(browser)
  const ben = await person(browser)
  await visit(ada, url, 'Ada')
  await visit(ben, url, 'Ben')
  await saved(ada)
  await ada.context().setOffline(true)
  for (const [page, index] of [
    [ada, 2],
    [ben, 1],
  ] as const) {
    await caretInTopic(page, index)
    await page.keyboard.press('Control+Alt+Enter')
    await expect(present(page)).toHaveCount(1)
  }
  await ada.context().setOffline(false)
  await saved(ada)
  for (const page of [ada, ben]) await expect(present(page)).toHaveCount(1)
  const name = (await present(ben).innerText()).includes('Money') ? 'Money' : 'Others'
  await expect(present(ada)).toContainText(name)
})

test('[N265] what is being discussed breathes, and rests while somebody types', async ({ browser }) => {
  const page = await person(browser)
  await visit(page, await noteWith('## Agenda\n\n- Welcome\n- Others\n\n## Talk\n\nHere:\n'), 'AnaM')
  await page.getByRole('button', { name: 'Start: Welcome' }).click()
  const states = () =>
    page.evaluate(() => {
      const breathing = document
        .getAnimations()
        .filter((each) => each instanceof CSSAnimation && each.animationName === 'breathe')
      return [...new Set(breathing.map(({ playState }) => playState))]
    })
  const whileTyping = async () => {
    await page.keyboard.type('b')
    return states()
  }
  await expect.poll(states).toEqual(['running'])
  await caretAtEnd(page, 'Here:')
  await expect.poll(whileTyping).toEqual(['paused'])
  await page.getByRole('button', { name: /^Next: Others/ }).click()
  await expect.poll(states).toContain('running')
  await caretAtEnd(page, 'Here:b')
  await expect.poll(whileTyping).toEqual(['paused'])
  await expect.poll(states).toEqual(['running'])
})

test('[E173, I80] boxes in the agenda are drawn round, and no list counts them', async ({ browser }) => {
  const url = await noteWith('## Agenda\n\n- [ ] Tools\n- [x] AJ: Money\n\n## TODOs\n\n- [ ] Ann: Send it\n')
  const ada = await person(browser)
  await visit(ada, url, 'Ada')
  await expect(topics(ada).locator('.check.round')).toHaveCount(2)
  await expect(editor(ada).locator('.todo')).toHaveCount(1)
  await expect(ada.getByRole('tabpanel').getByRole('checkbox')).toHaveCount(1)
  const items = (await (await fetch(url.replace('/n/', '/api/notes/') + '/items')).json()) as { todos: unknown[] }
  expect(items.todos).toHaveLength(1)
})

test('[E174, E175] headings are made for the agenda, and follow its words', async ({ browser }) => {
  const file = '## :dart: Agenda\n\n- Tools (10 min)\n- Money\n\n## :closed_book: Discussions\n\n## :wrench: TODOs\n'
  const url = await noteWith(file)
  const ada = await person(browser)
  const ben = await person(browser)
  await visit(ada, url, 'Ada')
  await visit(ben, url, 'Ben')
  const markdown = async () => (await fetch(url.replace('/n/', '/api/notes/') + '/markdown')).text()
  await ada.getByRole('button', { name: 'Start any item' }).click()
  await ada.getByRole('menuitem', { name: 'Make headings for the agenda' }).click()
  await expect(outlineLink(ben, 'Money')).toBeVisible()
  const made = file.replace('Discussions\n', 'Discussions\n\n### Tools\n\n### Money\n')
  await expect.poll(markdown).toBe(made)
  await ada.keyboard.press('Enter')
  await ada.keyboard.type('Talk')
  await expect.poll(markdown).toBe(made.replace('### Tools\n', '### Tools\n\nTalk\n'))

  // Ben changes one heading; Ada renames both items
  await editor(ben).locator('h3').first().click()
  await ben.keyboard.press('End')
  await ben.keyboard.type(' we have')
  await expect(outlineLink(ada, 'Tools we have')).toBeVisible()
  for (const index of [0, 1]) {
    await caretInTopic(ada, index)
    await ada.keyboard.type('!')
  }
  await expect(outlineLink(ben, 'Money!')).toBeVisible()
  await expect(outlineLink(ben, 'Tools we have')).toBeVisible()
  await ada.keyboard.press('Control+z')
  await expect(outlineLink(ben, 'Money!')).toHaveCount(0)
  await ada.getByRole('button', { name: 'Start any item' }).click()
  await expect(ada.getByRole('menuitem', { name: 'Make headings for the agenda' })).toHaveCount(1)
})
