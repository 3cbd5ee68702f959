import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { editor, makeNote, person, saved, test, useServer, visit } from './meeting.ts'

const server = useServer()
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const keyboardPx = 336

const lines = Array.from({ length: 30 }, (_, index) => `Line ${index + 1} of the talk\n`)
const file = `---\ntitle: Lamp call\nparticipants:\n- Ann\n- Ben\n---\n\n## Discussions\n\n${lines.join('\n')}`

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Insert' })
const dock = (page: Page) => page.getByRole('navigation', { name: 'Note' })
const tool = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true })

/** Opens a note of its own, and gives what reads its Markdown once everything is saved. */
async function open(page: Page): Promise<() => Promise<string>> {
  const id = await makeNote(server.url, file)
  await visit(page, `${server.url}/n/${id}`, 'Ann')
  await saved(page)
  return async () => {
    await saved(page)
    return (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()
  }
}

const write = async (page: Page, words: string) => {
  await editor(page).locator('p').filter({ hasText: words }).first().tap()
  await expect(bar(page)).toBeVisible()
  await page.keyboard.press('End')
}

/** The end of the bar and that of the caret, from the top of the window. */
const ends = (page: Page) =>
  page.evaluate(() => ({
    bar: Math.round(document.querySelector('#insert-bar')?.getBoundingClientRect().bottom ?? -1),
    top: document.querySelector('#insert-bar')?.getBoundingClientRect().top ?? -1,
    caret: getSelection()?.getRangeAt(0).getBoundingClientRect().bottom ?? Infinity,
  }))

test('[E201] while somebody writes on a phone the dock gives way to tools, and comes back', async ({ browser }) => {
  const page = await person(browser, phone)
  const markdown = await open(page)
  await expect(dock(page)).toBeVisible()
  await expect(bar(page)).toBeHidden()
  await write(page, 'Line 2 of the talk')
  await expect(dock(page)).toBeHidden()
  await expectAccessible(page, 'the insert bar')
  await tool(page, 'TODO').tap()
  await expect(editor(page)).toBeFocused()
  await expect(tool(page, 'TODO')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.type('!')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Below')
  await expect(tool(page, 'Redo')).toHaveAttribute('aria-disabled', 'true')
  await tool(page, 'Indent').tap()
  const changed = file.replace('Line 2 of the talk\n', '- [ ] Line 2 of the talk!\n  - [ ] Below\n')
  await expect.poll(markdown).toBe(changed)
  await tool(page, 'Undo').tap()
  await expect.poll(markdown).toBe(changed.replace('  - [ ] Below', '- [ ] Below'))
  await tool(page, 'Redo').tap()
  await expect.poll(markdown).toBe(changed)
  await write(page, 'Below')
  await tool(page, 'Outdent').tap()
  await tool(page, 'Person').tap()
  await page.getByRole('option', { name: 'Ben' }).tap()
  await expect.poll(markdown).toContain('- [ ] Ben: Below\n')
  await tool(page, 'Done').tap()
  await expect(editor(page)).not.toBeFocused()
  await expect(bar(page)).toBeHidden()
  await expect(dock(page)).toBeVisible()
})

test('[E202] the bar stands on a keyboard that makes the page smaller, and the caret above it', async ({ browser }) => {
  const page = await person(browser, phone)
  await open(page)
  await write(page, 'Line 9 of the talk')
  await page.setViewportSize({ width: 390, height: 844 - keyboardPx })
  await expect.poll(async () => (await ends(page)).bar).toBe(844 - keyboardPx)
  await expect.poll(async () => (await ends(page)).caret - (await ends(page)).top).toBeLessThanOrEqual(0)
  await page.setViewportSize(phone.viewport)
  await expect.poll(async () => (await ends(page)).bar).toBe(844)
})

test('[E202] the bar stands on a keyboard that lies over the page, also where the page is moved up', async ({
  browser,
}) => {
  const page = await person(browser, phone)
  await page.addInitScript(() => {
    const seen = Object.assign(new EventTarget(), { scale: 1, offsetTop: 0, offsetLeft: 0, height: 844, width: 390 })
    Object.defineProperty(globalThis, 'visualViewport', { value: seen })
  })
  await open(page)
  await write(page, 'Line 9 of the talk')
  const see = (height: number, offsetTop: number, scale = 1) =>
    page.evaluate(
      (change) => {
        Object.assign(globalThis.visualViewport ?? {}, change)
        globalThis.visualViewport?.dispatchEvent(new Event('resize'))
      },
      { height, offsetTop, scale },
    )
  await see(844 - keyboardPx, 0)
  await expect.poll(async () => (await ends(page)).bar).toBe(844 - keyboardPx)
  await expect.poll(async () => (await ends(page)).caret - (await ends(page)).top).toBeLessThanOrEqual(0)
  await see(844 - keyboardPx, 120)
  await expect.poll(async () => (await ends(page)).bar).toBe(844 - keyboardPx + 120)
  await see(300, 100, 2)
  await expect.poll(async () => Math.abs((await ends(page)).bar - 844)).toBeLessThanOrEqual(1)
  await see(844 - keyboardPx, 0)
  await tool(page, 'Done').tap()
  await expect.poll(async () => (await dock(page).boundingBox())?.y).toBeGreaterThan(700)
})

test('[E204] the keyboard goes through the tools and back to the text', async ({ browser }) => {
  const page = await person(browser, phone)
  await open(page)
  await write(page, 'Line 2 of the talk')
  await bar(page).getByRole('button', { name: 'Insert a block' }).focus()
  await expect(bar(page)).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(tool(page, 'TODO')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(tool(page, 'Done')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(tool(page, 'Redo')).toBeFocused()
  await expect(tool(page, 'Redo')).toBeInViewport()
  expect(await bar(page).locator('[tabindex="0"]').count()).toBe(1)
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(editor(page)).toBeFocused()
  await expect(editor(page).locator('.todo')).toHaveCount(1)
  await tool(page, 'TODO').focus()
  await page.keyboard.press('Escape')
  await expect(editor(page)).toBeFocused()
})

test('[E201] there is no bar with a mouse and on a wide screen, and it goes when the note becomes one for reading', async ({
  browser,
}) => {
  for (const options of [{ viewport: phone.viewport }, { ...phone, viewport: { width: 820, height: 1180 } }]) {
    const page = await person(browser, options)
    await open(page)
    await editor(page).getByText('Line 2 of the talk', { exact: true }).click()
    await expect(editor(page)).toBeFocused()
    await expect(bar(page)).toHaveCount(0)
  }
  const page = await person(browser, phone)
  const id = await makeNote(server.url, file)
  await visit(page, `${server.url}/n/${id}`, 'Ann')
  await write(page, 'Line 2 of the talk')
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${server.url}/api/notes/${id}/finish`, { method: 'POST', headers, body: '{}' })
  expect(answer.ok).toBe(true)
  await expect(bar(page)).toHaveCount(0)
  await expect(dock(page)).toBeVisible()
})
