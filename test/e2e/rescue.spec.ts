import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import {
  caretAtEnd,
  editor,
  expectBlock,
  makeNote,
  person,
  saved,
  syncLine,
  test,
  useServer,
  visit,
  wordsOf,
} from './meeting.ts'

const server = useServer()

const file = `# Harbor call

First words.

Second words.

- Rope
- Sail

Middle words.

1. Boats

Last words.
`

const made = async () => `${server.url}/n/${await makeNote(server.url, file)}`

async function both(ann: Page, ben: Page, delayMs = 0): Promise<string> {
  const url = await made()
  if (delayMs > 0) await slow(ann, delayMs)
  await visit(ann, url, 'Ann')
  await visit(ben, url, 'Ben')
  await saved(ann)
  await saved(ben)
  return url
}

/** Lets everything that goes over a page's socket take longer. */
async function slow(page: Page, delayMs: number): Promise<void> {
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const there = socket.connectToServer()
    socket.onMessage((message) => void setTimeout(() => there.send(message), delayMs))
    there.onMessage((message) => void setTimeout(() => socket.send(message), delayMs))
  })
}

const line = (page: Page, words: string): Locator =>
  editor(page).locator('p, h1, h2, h3, pre').filter({ hasText: words }).last()
const grip = (page: Page): Locator => page.getByRole('button', { name: 'Move or turn into' })
const kept = (page: Page): Locator => page.getByRole('alert', { name: 'Kept words' })

async function gripOf(page: Page, words: string): Promise<Locator> {
  await line(page, words).hover()
  await expect(async () => {
    const [box, at] = [await grip(page).boundingBox(), await line(page, words).boundingBox()]
    expect(Math.abs((box?.y ?? 0) - (at?.y ?? 0))).toBeLessThan(14)
  }).toPass()
  return grip(page)
}

/** Drags the block or item of some words below another. */
async function drag(page: Page, words: string, onto: string): Promise<void> {
  const from = await (await gripOf(page, words)).boundingBox()
  const to = await line(page, onto).boundingBox()
  if (!from || !to) throw new Error('nothing to drag')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + 60, to.y + to.height * 0.8, { steps: 6 })
  await expect(page.locator('.drop-line')).toBeVisible()
  await page.mouse.up()
}

/** Chooses from the menu of the block of some words. */
async function choose(page: Page, words: string, ...entries: string[]): Promise<void> {
  await (await gripOf(page, words)).click()
  for (const name of entries) await page.getByRole('menuitem', { name }).first().click()
}

async function typeAt(page: Page, behind: string, words: string): Promise<void> {
  await caretAtEnd(page, behind)
  await page.keyboard.type(words)
}

async function expectSame(ann: Page, ben: Page): Promise<void> {
  await saved(ann)
  await saved(ben)
  await expect.poll(async () => JSON.stringify(await wordsOf(ann))).toBe(JSON.stringify(await wordsOf(ben)))
}

test('[N212] one types on a slow line while the other moves the item to another list', async ({ browser }) => {
  const [ann, ben] = [await person(browser), await person(browser)]
  await both(ann, ben, 400)
  await caretAtEnd(ann, 'Sail')
  const typed = Array.from({ length: 30 }, (_, index) => ` and ${index}`).join('')
  const typing = ann.keyboard.type(typed, { delay: 25 })
  await expect(line(ben, 'Sail and 0 and 1 and 2')).toBeVisible()
  await drag(ben, 'Sail', 'Boats')
  await typing
  for (const page of [ann, ben]) await expectBlock(page, `Sail${typed}`)
  await expectSame(ann, ben)
  expect((await wordsOf(ben)).slice(-3)).toEqual(['Boats', `Sail${typed}`, 'Last words.'])
  expect((await wordsOf(ben)).length).toBe(8)
  await expect(kept(ann)).toHaveCount(0)
})

test('[N212] one types on a slow line while the other turns the paragraph into something else', async ({ browser }) => {
  const [ann, ben] = [await person(browser), await person(browser)]
  await both(ann, ben, 400)
  for (const [words, kind] of [
    ['First words.', 'Heading 2'],
    ['Second words.', 'Bullet list'],
  ] as const) {
    await caretAtEnd(ann, words)
    const typed = Array.from({ length: 30 }, (_, index) => ` and ${index}`).join('')
    const typing = ann.keyboard.type(typed, { delay: 25 })
    await expect(line(ben, `${words} and 0 and 1 and 2`)).toBeVisible()
    await choose(ben, words, 'Turn into', kind)
    await typing
    for (const page of [ann, ben]) await expectBlock(page, `${words}${typed}`)
    await expectSame(ann, ben)
  }
  await expect(kept(ann)).toHaveCount(0)
})

test('[N212, N213] one writes offline while the other moves, turns into and deletes', async ({ browser }) => {
  const [ann, ben] = [await person(browser), await person(browser)]
  await both(ann, ben)
  await ann.context().setOffline(true)
  await typeAt(ann, 'First words.', ' One more.')
  await typeAt(ann, 'Second words.', ' Two more.')
  await typeAt(ann, 'Sail', ', three more')
  await ann.keyboard.press('Enter')
  await ann.keyboard.type('Anchor')
  await choose(ben, 'First words.', 'Turn into', 'Heading 2')
  await choose(ben, 'Second words.', 'Delete')
  await drag(ben, 'Rope', 'Boats')
  await drag(ben, 'Sail', 'Boats')
  await saved(ben)
  await ann.context().setOffline(false)
  for (const page of [ann, ben]) {
    await expectBlock(page, 'First words. One more.')
    await expectBlock(page, 'Sail, three more')
    await expectBlock(page, 'Anchor')
  }
  await expect(editor(ben)).not.toContainText('Two more')
  await expect(kept(ann)).toContainText('Your words are kept: Second words. Two more.')
  await expect(kept(ben)).toHaveCount(0)
  await expectAccessible(ann, 'words that are kept')

  await ann.reload()
  await kept(ann).getByRole('button', { name: 'Copy' }).click()
  await expect(ann.getByText('Words copied')).toBeVisible()
  expect(await ann.evaluate(() => navigator.clipboard.readText())).toBe('Second words. Two more.')
  await kept(ann).getByRole('button', { name: 'Put back' }).focus()
  await ann.keyboard.press('Enter')
  await expect(kept(ann)).toHaveCount(0)
  for (const page of [ann, ben]) await expectBlock(page, 'Second words. Two more.')
  const words = await wordsOf(ben)
  expect(words.indexOf('Second words. Two more.')).toBe(words.indexOf('First words. One more.') + 1)
  await ann.keyboard.type(' On.')
  await expectBlock(ben, 'Second words. Two more. On.')
  await expectSame(ann, ben)
})

test('[N214] what was written before a reload comes along once, with two tabs of the browser', async ({ browser }) => {
  const [ann, ben] = [await person(browser), await person(browser)]
  const url = await both(ann, ben)
  await expect.poll(() => ann.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  const other = await ann.context().newPage()
  await other.goto(url)
  await saved(other)
  await ann.context().setOffline(true)
  await typeAt(ann, 'First words.', ' From before.')
  await typeAt(other, 'Second words.', ' From beside.')
  await ann.reload()
  await expectBlock(ann, 'First words. From before.')
  await choose(ben, 'First words.', 'Turn into', 'Heading 2')
  await choose(ben, 'Second words.', 'Turn into', 'Heading 2')
  await saved(ben)
  await ann.context().setOffline(false)
  for (const page of [ann, other, ben]) {
    await expectBlock(page, 'First words. From before.')
    await expectBlock(page, 'Second words. From beside.')
  }
  await expectSame(ann, ben)
  await expectSame(other, ben)
  expect(await wordsOf(ben)).toHaveLength(8)
  for (const page of [ann, other]) await expect(kept(page)).toHaveCount(0)
})

test('[E200] a block that two move at the same time, one of them away, is there once', async ({ browser }) => {
  const talk = '# Talk\n\nOne.\n\nTwo.\n\nThree.\n\n- [ ] Ann: Buy a lamp\n- Talk\n- More\n'
  const id = await makeNote(server.url, talk)
  const [ann, ben] = [await person(browser), await person(browser)]
  for (const [page, name] of [
    [ann, 'Ann'],
    [ben, 'Ben'],
  ] as const) {
    await visit(page, `${server.url}/n/${id}`, name)
    await saved(page)
    await page.waitForLoadState('networkidle') // what looks after moves has come
  }
  await ben.context().setOffline(true)
  await expect(syncLine(ben)).toContainText('Offline')
  for (const [page, times] of [
    [ann, 1],
    [ben, 2],
  ] as const) {
    for (const words of ['One.', 'Buy a lamp']) {
      await caretAtEnd(page, words)
      for (let time = 0; time < times; time++) await page.keyboard.press('Alt+ArrowDown')
    }
  }
  await saved(ann)
  await ben.context().setOffline(false)
  for (const page of [ben, ann]) await saved(page)
  const words = async () => (await wordsOf(ann)).toSorted()
  await expect.poll(words).toEqual(['Ann: Buy a lamp', 'More', 'One.', 'Talk', 'Talk', 'Three.', 'Two.'])
  expect(await wordsOf(ben)).toEqual(await wordsOf(ann))
  const { todos } = (await (await fetch(`${server.url}/api/notes/${id}/items`)).json()) as { todos: unknown[] }
  expect(todos).toHaveLength(1)
})
