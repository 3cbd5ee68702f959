import { expect, type Locator } from '@playwright/test'
import { makeNote, person, test, useServer, visit } from './meeting.ts'

const server = useServer()

const pages = [
  { name: 'notes', path: '/', asks: '**/api/notes?*', region: '.of-notes' },
  { name: 'TODOs', path: '/todos', asks: '**/api/todos?*', region: '#ledger-list' },
  { name: 'people', path: '/people', asks: '**/api/people*', region: '.page.people' },
]

/** Whether the lines are seen at a time after they came. */
const isSeenAt = (lines: Locator, ms: number) =>
  lines.evaluate((element, time) => {
    const [animation] = element.getAnimations()
    if (!animation) return null
    animation.pause()
    animation.currentTime = time
    return element.checkVisibility({ visibilityProperty: true })
  }, ms)

for (const { name, path, asks, region } of pages) {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    test(`[N246] lines stand for awaited ${name} and are seen after 200 ms, motion: ${reducedMotion}`, async ({
      browser,
    }) => {
      await makeNote(server.url, '---\ntitle: Lamp call\nparticipants: [Ann]\n---\n\n- [ ] Ann: Buy a lamp\n')
      const page = await person(browser, { reducedMotion })
      const { promise: isAnswered, resolve: answer } = Promise.withResolvers<void>()
      await page.route(asks, async (route) => {
        await isAnswered
        await route.continue()
      })
      await page.goto(server.url + path)
      const lines = page.locator('.awaited')
      await lines.waitFor({ state: 'attached' })
      expect(await isSeenAt(lines, 199)).toBe(false)
      expect(await isSeenAt(lines, 200)).toBe(true)
      expect((await lines.boundingBox())?.height).toBeGreaterThan(40)
      await expect(page.locator(region)).toHaveAttribute('aria-busy', 'true')
      const heading = page.getByRole('heading', { level: 1 })
      const before = await heading.boundingBox()
      answer()
      await expect(lines).toHaveCount(0)
      await expect(page.locator('main [aria-busy=true]')).toHaveCount(0)
      expect(await heading.boundingBox()).toEqual(before)
    })
  }
}

for (const { tab, code, words } of [
  { tab: /Decisions/, code: /assets\/Decisions-/, words: 'We buy a lamp.' },
  { tab: /People/, code: /assets\/People-/, words: 'Ben Kay' },
  { tab: /Source/, code: /assets\/SourcePane-/, words: 'Decision: We buy a lamp.' },
])
  test(`[N246] lines stand where ${words} will be while the code of the tab is awaited`, async ({ browser }) => {
    const id = await makeNote(server.url, '---\nparticipants: [Ben Kay]\n---\n\n## Talk\n\nDecision: We buy a lamp.\n')
    const page = await person(browser, { serviceWorkers: 'block' })
    const { promise: isAnswered, resolve: answer } = Promise.withResolvers<void>()
    await page.route(code, async (route) => {
      await isAnswered
      await route.continue()
    })
    await visit(page, `${server.url}/n/${id}`, 'Ann')
    await page.getByRole('tab', { name: tab }).click()
    const panel = page.getByRole('tabpanel')
    await expect(panel.locator('.awaited')).toBeVisible()
    answer()
    await expect(panel).toContainText(words)
    await expect(panel.locator('.awaited')).toHaveCount(0)
  })

test('[E240] a menu is not seen before it has its place', async ({ browser }) => {
  const page = await person(browser, { serviceWorkers: 'block' })
  const { promise: isAnswered, resolve: answer } = Promise.withResolvers<void>()
  await page.route(/assets\/floating-ui/, async (route) => {
    await isAnswered
    await route.continue()
  })
  await visit(page, `${server.url}/n/${await makeNote(server.url, '## Talk\n')}`, 'Ann')
  const button = page.getByRole('button', { name: 'More ways to take the note with you' })
  await button.click()
  const menu = page.getByRole('menu', { name: 'More' })
  await expect(menu.getByRole('menuitem').first()).toBeAttached()
  await expect(menu).toHaveCSS('opacity', '0')
  answer()
  await expect(menu).toHaveCSS('opacity', '1')
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  const [at, from] = [await menu.boundingBox(), await button.boundingBox()]
  expect(at?.y).toBeGreaterThan((from?.y ?? 0) + (from?.height ?? 0))
})
