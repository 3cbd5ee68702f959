import { expect, type Locator, type Page } from '@playwright/test'
import { caretAtEnd, editor, makeNote, person, saved, test, useServer, visit, wordsOf } from './meeting.ts'

const server = useServer()

const file = `---
title: Harbor call
participants: [AnaM, BenK]
---

# Harbor call

First words.

Second words.

- Rope
  - Knots
- Sail

\`\`\`js
let lamp = 'on'
\`\`\`

Last words.
`

async function open(
  page: Page,
  name: string,
  location?: string,
): Promise<{ location: string; markdown: () => Promise<string> }> {
  const at = location ?? (await made())
  await visit(page, server.url + at, name)
  await saved(page)
  return {
    location: at,
    markdown: async () => {
      await saved(page)
      return (await fetch(`${server.url}/api/notes/${at.replace('/n/', '')}/markdown`)).text()
    },
  }
}

const made = async () => `/n/${await makeNote(server.url, file)}`

const line = (page: Page, words: string): Locator =>
  editor(page).locator('p, h1, h2, h3, pre').filter({ hasText: words }).last()
const grip = (page: Page): Locator => page.getByRole('button', { name: 'Move or turn into' })
const entry = (page: Page, name: string): Locator => page.getByRole('menuitem', { name, exact: false })

const point = (x = 0, y = 0) => [{ x, y }]

/** The grip once it stands beside the line of some words. */
async function gripOf(page: Page, words: string): Promise<Locator> {
  await line(page, words).hover()
  await expect(async () => {
    const [box, at] = [await grip(page).boundingBox(), await line(page, words).boundingBox()]
    expect(Math.abs((box?.y ?? 0) - (at?.y ?? 0))).toBeLessThan(14)
  }).toPass()
  return grip(page)
}

/** Drags the block of some words to the upper or lower half of another. */
async function drag(page: Page, words: string, onto: string, half: 'upper' | 'lower'): Promise<void> {
  const from = await (await gripOf(page, words)).boundingBox()
  const to = await line(page, onto).boundingBox()
  if (!from || !to) throw new Error('nothing to drag')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + 60, to.y + to.height * (half === 'upper' ? 0.2 : 0.8), { steps: 6 })
  await expect(page.locator('.drop-line')).toBeVisible()
  await page.mouse.up()
  await expect(page.locator('.drop-line')).toHaveCount(0)
}

test('[E101, E103] the grip drags blocks and items with what they hold, and undo takes each back at once', async ({
  browser,
}) => {
  const page = await person(browser)
  const note = await open(page, 'AnaM')
  await drag(page, 'let lamp', 'First words.', 'upper')
  await expect.poll(note.markdown).toContain("# Harbor call\n\n```js\nlet lamp = 'on'\n```\n\nFirst words.")
  await editor(page).press('ControlOrMeta+z')
  await expect.poll(note.markdown).toBe(file)
  await drag(page, 'Rope', 'Sail', 'lower')
  await expect.poll(note.markdown).toContain('- Sail\n- Rope\n  - Knots\n')
  await editor(page).press('ControlOrMeta+z')
  await expect.poll(note.markdown).toBe(file)
  await drag(page, 'Sail', 'Last words.', 'lower')
  await expect.poll(note.markdown).toContain('Last words.\n\n- Sail\n')
})

test('[E103] Escape calls a drag off', async ({ browser }) => {
  const page = await person(browser)
  const note = await open(page, 'AnaM')
  const from = await (await gripOf(page, 'Second words.')).boundingBox()
  const to = await line(page, 'Last words.').boundingBox()
  await page.mouse.move((from?.x ?? 0) + 5, (from?.y ?? 0) + 5)
  await page.mouse.down()
  await page.mouse.move((to?.x ?? 0) + 60, (to?.y ?? 0) + 20, { steps: 6 })
  await expect(page.locator('.drop-line')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.drop-line')).toHaveCount(0)
  await page.mouse.up()
  expect(await note.markdown()).toBe(file)
})

test('[E100] the plus opens what can be inserted below', async ({ browser }) => {
  const page = await person(browser)
  const note = await open(page, 'AnaM')
  await gripOf(page, 'First words.')
  await page.getByRole('button', { name: 'Insert below' }).click()
  await expect(page.getByRole('listbox', { name: 'Insert' })).toBeVisible()
  await page.keyboard.type('dec')
  await page.keyboard.press('Enter')
  await page.keyboard.type('It stays lit.')
  await expect.poll(note.markdown).toBe(file.replace('First words.\n', 'First words.\n\nDecision: It stays lit.\n'))
})

test('[E104, E105] by the keyboard alone: the menu turns, copies, moves and deletes, and gives the focus back', async ({
  browser,
}) => {
  const page = await person(browser)
  const note = await open(page, 'AnaM')
  await caretAtEnd(page, 'Second words.')
  await page.keyboard.press('ControlOrMeta+Shift+Enter')
  await expect(page.getByRole('menu', { name: 'Block' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(editor(page)).toBeFocused()

  await page.keyboard.press('ControlOrMeta+Shift+Enter')
  await expect(entry(page, 'Turn into')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(entry(page, 'Text')).toBeFocused()
  await page.keyboard.type('head')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.type(' More.')
  await expect.poll(note.markdown).toBe(file.replace('Second words.', '## Second words. More.'))

  await page.keyboard.press('ControlOrMeta+Shift+Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(line(page, 'Second words. More.')).toHaveCount(1)
  await expect.poll(async () => (await wordsOf(page)).filter((words) => words === 'Second words. More.').length).toBe(2)
  await page.keyboard.press('ControlOrMeta+Shift+Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect.poll(note.markdown).toBe(file.replace('Second words.', '## Second words. More.'))

  // from the text Tab goes to the handle of its block
  await caretAtEnd(page, 'First words.')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Insert below' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu', { name: 'Block' })).toBeVisible()
})

test('[E104] what is selected in several blocks is turned at once, and undone at once', async ({ browser }) => {
  const page = await person(browser)
  const note = await open(page, 'AnaM')
  await caretAtEnd(page, 'First words.')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('ControlOrMeta+Shift+Enter')
  await expect(entry(page, 'Turn into')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await entry(page, 'Numbered list').click()
  await expect.poll(note.markdown).toBe(file.replace('First words.\n\nSecond', '1. First words.\n2. Second'))
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(note.markdown).toBe(file)
})

test('[E103, E104] on a phone: a tap on the grip opens the menu, a held one drags', async ({ browser }) => {
  const page = await person(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const note = await open(page, 'AnaM')
  await line(page, 'Second words.').tap()
  await grip(page).tap()
  await entry(page, 'Move up').tap()
  const moved = file.replace('First words.\n\nSecond words.', 'Second words.\n\nFirst words.')
  await expect.poll(note.markdown).toBe(moved)

  await line(page, 'Second words.').tap()
  const from = await grip(page).boundingBox()
  const to = await line(page, 'Last words.').boundingBox()
  const touch = await page.context().newCDPSession(page)
  await touch.send('Input.dispatchTouchEvent', {
    type: 'touchStart',
    touchPoints: point((from?.x ?? 0) + 8, (from?.y ?? 0) + 12),
  })
  await expect(page.locator('.block-shade')).toBeVisible()
  for (const part of [0.3, 0.6, 1]) {
    const y = (from?.y ?? 0) + ((to?.y ?? 0) + (to?.height ?? 0) * 0.8 - (from?.y ?? 0)) * part
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point(80, y) })
  }
  await expect(page.locator('.drop-line')).toBeVisible()
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect
    .poll(note.markdown)
    .toBe(file.replace('Second words.\n\n', '').replace('Last words.\n', 'Last words.\n\nSecond words.\n'))
})

test('[E102] one moves a block while the other types in it: no letter is lost or doubled in either', async ({
  browser,
}) => {
  const ana = await person(browser)
  const ben = await person(browser)
  const note = await open(ana, 'AnaM')
  await open(ben, 'BenK', note.location)
  await caretAtEnd(ben, 'Second words.')
  await expect(editor(ana).locator('.cursor')).toHaveCount(1)
  const typed = Array.from({ length: 14 }, (_, index) => ` and ${index}`).join('')
  const typing = ben.keyboard.type(typed, { delay: 25 })
  await drag(ana, 'Second words.', 'First words.', 'upper')
  await drag(ana, 'Second words.', 'Last words.', 'lower')
  await caretAtEnd(ana, 'Second words.')
  await ana.keyboard.press('Alt+ArrowUp')
  await typing
  for (const page of [ana, ben]) await expect.poll(() => wordsOf(page)).toContain(`Second words.${typed}`)
  await expect.poll(() => wordsOf(ana)).toEqual(await wordsOf(ben))
  await expect.poll(note.markdown).toContain(`\nSecond words.${typed}\n`)
})

test('[E120, E121] code is colored, and its language is picked by typing', async ({ browser }) => {
  const page = await person(browser)
  const note = await open(page, 'AnaM')
  await expect(editor(page).locator('.hljs-keyword')).toHaveText(['let'])
  await editor(page).getByRole('button', { name: 'Language of the code: js' }).click()
  await expect(page.getByRole('combobox', { name: 'Language' })).toBeFocused()
  await page.keyboard.type('pyth')
  await page.keyboard.press('Enter')
  await expect(editor(page)).toBeFocused()
  await expect.poll(note.markdown).toBe(file.replace('```js', '```python'))
  await expect(editor(page).locator('.hljs-string')).toHaveText(["'on'"])

  // by the keyboard alone, to one that nobody knows
  await line(page, 'let lamp').click()
  await page.keyboard.press('ControlOrMeta+Shift+Enter')
  await expect(entry(page, 'Turn into')).toBeFocused()
  await page.keyboard.type('lang')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Language' })).toBeFocused()
  await page.keyboard.type('harborscript')
  await page.keyboard.press('Enter')
  await expect.poll(note.markdown).toBe(file.replace('```js', '```harborscript'))
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(note.markdown).toBe(file)
})

test('[E131] Mod+K links words, changes their address and their text, and takes the link away', async ({ browser }) => {
  const page = await person(browser)
  const note = await open(page, 'AnaM')
  await caretAtEnd(page, 'Last words.')
  await page.keyboard.type(' ')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('textbox', { name: 'Address' })).toBeFocused()
  await page.keyboard.type('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('No link can lead there. Try https://…')
  await page.getByRole('textbox', { name: 'Address' }).fill('')
  await page.keyboard.type('example.org/log')
  await page.keyboard.press('Tab')
  await page.keyboard.type('the log')
  await page.keyboard.press('Enter')
  await expect(editor(page)).toBeFocused()
  await expect.poll(note.markdown).toBe(file.replace('Last words.', 'Last words. [the log](https://example.org/log)'))
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('a book')
  await page.keyboard.press('Enter')
  await expect.poll(note.markdown).toBe(file.replace('Last words.', 'Last words. [a book](https://example.org/log)'))
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('form', { name: 'Link' }).getByRole('button', { name: 'Remove' }).click()
  await expect.poll(note.markdown).toBe(file.replace('Last words.', 'Last words. a book'))
})

test('[E230] what is typed in a window beside the text stays while another person writes above', async ({
  browser,
}) => {
  const todo = file.replace('Last words.', '- [ ] AnaM: Oil the hinge')
  const location = `/n/${await makeNote(server.url, todo)}`
  const page = await person(browser)
  const note = await open(page, 'AnaM', location)
  const other = await person(browser)
  await visit(other, server.url + location, 'BenK')
  await caretAtEnd(other, 'First words.')
  await editor(page).locator('.owner').click()
  await expect(page.getByRole('combobox', { name: 'Owner' })).toBeFocused()
  await Promise.all([page.keyboard.type('BenK', { delay: 60 }), other.keyboard.type(' And more.', { delay: 30 })])
  await expect(page.getByRole('combobox', { name: 'Owner' })).toHaveValue('BenK')
  await page.keyboard.press('Enter')
  await caretAtEnd(page, 'Second words.')
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('textbox', { name: 'Address' })).toBeFocused()
  await Promise.all([
    page.keyboard.type('example.org/log', { delay: 40 }),
    other.keyboard.type(' Ends.', { delay: 60 }),
  ])
  await page.keyboard.press('Enter')
  await expect.poll(note.markdown).toContain('First words. And more. Ends.\n\nSecond words[.](https://example.org/log)')
  await expect.poll(note.markdown).toContain('- [ ] BK: Oil the hinge')
})

test('[N245] the menu copies a link to the line, which leads another person there', async ({ browser }) => {
  const todo = file.replace('Last words.', '- [ ] AnaM: Oil the hinge')
  const location = `/n/${await makeNote(server.url, todo)}`
  const page = await person(browser)
  await open(page, 'AnaM', location)
  const copy = async (words: string) => {
    await (await gripOf(page, words)).click()
    await entry(page, 'Copy link to this line').click()
    await expect(page.getByText('Link to this line copied')).toBeVisible()
    await expect(editor(page)).toBeFocused()
    return page.evaluate(() => navigator.clipboard.readText())
  }
  const links = [
    { words: 'Harbor call', link: await copy('Harbor call'), hash: /#line=6&find=Harbor\+call$/ },
    { words: 'Second words.', link: await copy('Second words.'), hash: /#line=10&find=Second\+words\.$/ },
    { words: 'Knots', link: await copy('Knots'), hash: /#line=13&find=Knots$/ },
    { words: 'Oil the hinge', link: await copy('Oil the hinge'), hash: /#item=[\w%:.+-]+$/ },
  ]
  const other = await person(browser)
  await visit(other, server.url + location, 'BenK')
  for (const { words, link, hash } of links) {
    expect(link.startsWith(server.url + location)).toBe(true)
    expect(link).toMatch(hash)
    await other.goto('about:blank')
    await other.goto(link)
    await expect
      .poll(() => line(other, words).evaluate((element) => element.getAnimations().some(({ id }) => id === 'light-up')))
      .toBe(true)
  }
})

test('[N245] where the browser does not let the page copy, the address is said', async ({ browser }) => {
  const page = await person(browser)
  await page.addInitScript(() => {
    navigator.clipboard.write = () => Promise.reject(new Error('no'))
    document.execCommand = () => false
  })
  const { location } = await open(page, 'AnaM')
  await (await gripOf(page, 'First words.')).click()
  await entry(page, 'Copy link to this line').click()
  await expect(page.getByRole('alert')).toHaveText(
    `The browser does not let the page copy. The link is ${server.url}${location}#line=8&find=First+words.`,
  )
  await expect(editor(page)).toBeFocused()
})
