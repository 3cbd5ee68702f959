import { expect, type Page } from '@playwright/test'
import { editor, importNote, person, sampleNote, saved, test, useServer } from './meeting.ts'

const server = useServer()

const root = (page: Page) => page.locator('html')
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Preferences' })
const fontSize = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))

test('[N112] [N113] [N114] [N115] [N116] preferences hold at once, in every tab, and after a reload', async ({
  browser,
}) => {
  const ada = await person(browser)
  const id = await importNote(ada, server.url, sampleNote().file, 'Ada')
  await saved(ada)
  const home = await ada.context().newPage()
  await home.goto(server.url)
  const words = await fontSize(ada, '.prose p')
  const around = await fontSize(ada, '.bar .btn')

  await editor(ada).locator('p').first().click()
  await ada.keyboard.press('Control+,')
  await expect(dialog(ada)).toBeVisible()
  await dialog(ada).getByRole('radio', { name: 'Dark' }).check()
  await expect(root(ada)).toHaveAttribute('data-theme', 'dark')
  await expect(root(home)).toHaveAttribute('data-theme', 'dark')
  await expect(home.locator('meta[name="theme-color"]').first()).toHaveAttribute('content', '#110f0e')
  await dialog(ada).getByRole('radio', { name: 'Large' }).check()
  expect(await fontSize(ada, '.prose p')).toBeCloseTo(words * 1.2)
  expect(await fontSize(ada, '.bar .btn')).toBe(around)
  const markdown = await (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()
  const spelling = dialog(ada).getByRole('combobox', { name: 'Spelling' })
  await spelling.selectOption('ro')
  await expect(editor(ada)).toHaveAttribute('lang', 'ro')
  await spelling.selectOption('off')
  await expect(editor(ada)).toHaveAttribute('spellcheck', 'false')
  await expect(editor(ada)).not.toHaveAttribute('lang')
  await spelling.selectOption('de')
  await ada.keyboard.press('Escape')
  await expect(dialog(ada)).toBeHidden()
  await expect(editor(ada)).toBeFocused()
  await saved(ada)
  expect(await (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()).toBe(markdown)

  // before the program begins, the page is as it is preferred
  const bare = await browser.newContext({ storageState: await ada.context().storageState(), serviceWorkers: 'block' })
  const early = await bare.newPage()
  await early.route('**/assets/index-*.js', (route) => route.abort())
  await early.goto(server.url)
  await expect(root(early)).toHaveAttribute('data-theme', 'dark')
  await expect(root(early)).toHaveAttribute('data-text-size', 'large')

  await ada.reload()
  await expect(editor(ada)).toHaveAttribute('lang', 'de')
  await home.bringToFront()
  await home.keyboard.press('Control+,')
  await dialog(home).getByRole('radio', { name: 'As the system' }).check()
  await expect(root(ada)).not.toHaveAttribute('data-theme')
  await dialog(home).getByRole('button', { name: 'Your name and color' }).click()
  await expect(home.getByRole('dialog', { name: 'Your name and color' })).toBeVisible()
})

test("[N260] letters twice as large leave the header's labels beside its values", async ({ browser }) => {
  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 390, height: 800 },
  ]) {
    const ada = await person(browser, { viewport })
    await importNote(ada, server.url, sampleNote().file, 'Ada')
    await ada.addStyleTag({ content: 'html { font-size: 200% }' })
    const covered = await ada.locator('.props > div').evaluateAll((rows) =>
      rows.filter((row) => {
        const [label, value] = [row.querySelector('dt'), row.querySelector('dd')]
        if (!label || !value) return true
        const words = document.createRange()
        words.selectNodeContents(label)
        return words.getBoundingClientRect().right > value.getBoundingClientRect().left
      }),
    )
    expect(covered).toHaveLength(0)
    expect(await ada.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
  }
})
