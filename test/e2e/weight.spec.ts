import { gzipSync } from 'node:zlib'
import { expect, type Page, type Response } from '@playwright/test'
import { editor, introduce, makeNote, person, test, useServer, visit } from './meeting.ts'

const server = useServer()

const newNote = async (markdown: string) => `${server.url}/n/${await makeNote(server.url, markdown)}`

/** The bytes of each script that a page has asked for when its note can be edited, with gzip. */
async function scriptBytes(page: Page, url: string): Promise<number[]> {
  const scripts = new Map<string, Response>()
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response)
  })
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('.prose[contenteditable=true]')) return
      performance.mark('editable')
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true, attributes: true })
  })
  await page.goto(url)
  await page.locator('.prose[contenteditable=true]').waitFor()
  const before = await page.evaluate(() => {
    const at = performance.getEntriesByName('editable')[0]?.startTime ?? Infinity
    return performance.getEntriesByType('resource').flatMap(({ name, startTime }) => (startTime <= at ? [name] : []))
  })
  const asked = before.flatMap((name) => scripts.get(name) ?? [])
  const bodies = await Promise.all(asked.map((response) => response.body()))
  return bodies.map((body) => gzipSync(body).length)
}

test('[N205] [N219] a note can be edited after 300 KB of scripts, in few files', async ({ browser }) => {
  const url = await newNote('---\ntitle: Lamp call\nparticipants:\n- Ann\n---\n\n# Lamp call\n\n- [ ] Ann: Buy one\n')
  const page = await person(browser)
  await page.goto(server.url)
  await page.evaluate(() => {
    localStorage.setItem('minutebook:identity', JSON.stringify({ name: 'Ann', color: 'var(--person-1)' }))
  })
  const scripts = await scriptBytes(await page.context().newPage(), url)
  expect(scripts.length).toBeLessThanOrEqual(16)
  const bytes = scripts.reduce((sum, each) => sum + each, 0)
  expect(bytes).toBeGreaterThan(100_000)
  expect(bytes).toBeLessThanOrEqual(300_000)
})

test('[N209] [N219] the text is drawn once, in the first frame of the note', async ({ browser }) => {
  const page = await person(browser)
  await page.addInitScript(() => {
    const blocks = new Set<Element>()
    const look = () => {
      for (const block of document.querySelectorAll('.ProseMirror > h1')) blocks.add(block)
      const root = document.documentElement as HTMLElement | null
      if (root) root.dataset['drawn'] = String(blocks.size)
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true })
    const watchFrames = () => {
      const note = document.querySelector('article.note')
      if (note && !note.querySelector('.ProseMirror')) document.documentElement.dataset['bare'] = 'seen'
      requestAnimationFrame(watchFrames)
    }
    watchFrames()
  })
  await visit(page, await newNote('# Lamp call\n\nBuy a lamp\n'), 'Ann')
  await expect(editor(page)).toContainText('Buy a lamp')
  await page.waitForTimeout(1_000) // what would be drawn again
  await expect(page.locator('html')).toHaveAttribute('data-drawn', '1')
  await expect(page.locator('html')).not.toHaveAttribute('data-bare')
})

test('[N209] nothing moves while a note comes', async ({ browser }) => {
  const talk = Array.from({ length: 60 }, (_, index) => `- [ ] Ann: Buy lamp ${index}`).join('\n')
  const page = await person(browser)
  await page.addInitScript(() => {
    localStorage.setItem('minutebook:identity', JSON.stringify({ name: 'Ann', color: 'var(--person-1)' }))
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { sources } = entry as unknown as { sources: { node: Element | null }[] }
        for (const { node } of sources) performance.mark(`moved: ${node?.outerHTML.slice(0, 80)}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const note = `---\ntitle: Lamp call\nparticipants:\n- Ann\n- Ben\n---\n\n# Lamp call\n\n## TODOs\n\n${talk}\n`
  await page.goto(await newNote(note))
  await expect(page.getByRole('tabpanel')).toContainText('Buy lamp 59')
  await page.waitForTimeout(1_500) // what comes late
  const moved = await page.evaluate(() =>
    performance.getEntriesByType('mark').flatMap(({ name }) => (name.startsWith('moved') ? [name] : [])),
  )
  expect(moved).toEqual([])
})

test('[N201] the header is read at once, also where only YAML can read it, and can be edited soon', async ({
  browser,
}) => {
  for (const title of ['Lamp call', '"Lamp \\u0063all" # of the harbor']) {
    const page = await person(browser)
    await visit(page, await newNote(`---\ntitle: ${title}\n---\n\nWords\n`), 'Ann')
    const field = page.getByRole('textbox', { name: 'Title' })
    await expect(field).toHaveText('Lamp call')
    await expect(field).toBeEditable()
    await field.fill('Winch call')
    await expect(page).toHaveTitle(/Winch call/)
  }
})

test('[N202] a menu opens from the keyboard, with an arrow too', async ({ browser }) => {
  const page = await person(browser)
  await visit(page, await newNote('# Lamp call\n'), 'Ann')
  const button = page.getByRole('button', { name: 'More ways to take the note with you' })
  await button.focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Copy Markdown' })).toBeVisible()
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Copy Markdown' })).toBeVisible()
})

test('[N204] the tabs of the panel are one stop, and chosen with the arrows, Home and End', async ({ browser }) => {
  const page = await person(browser)
  await page.goto(await newNote('# Lamp call\n'))
  await introduce(page, 'Ann')
  await expect(editor(page)).toBeVisible()
  const tab = (name: RegExp) => page.getByRole('tab', { name })
  await tab(/TODOs/).focus()
  for (const [key, name] of [
    ['ArrowRight', /Decisions/],
    ['End', /Source/],
    ['ArrowRight', /TODOs/],
    ['ArrowLeft', /Source/],
    ['Home', /TODOs/],
  ] as const) {
    await page.keyboard.press(key)
    await expect(tab(name)).toBeFocused()
    await expect(tab(name)).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('tabpanel', { name })).toBeVisible()
  }
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tabpanel', { name: /TODOs/ })).toBeFocused()
})
