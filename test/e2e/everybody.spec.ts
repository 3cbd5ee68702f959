import { expect } from '@playwright/test'
import { onlooker, phone } from './axe.ts'
import { expectFits } from './fits.ts'
import {
  caretAtEnd,
  editor,
  importNote,
  introduce,
  makeNote,
  person,
  sampleNote,
  saved,
  syncLine,
  test,
  useServer,
  visit,
} from './meeting.ts'

const server = useServer()

test('[N150] [N125] joins are said together, what others type never, and the connection once', async ({ browser }) => {
  const ada = await person(browser)
  const id = await importNote(ada, server.url, sampleNote().file, 'Ada')
  await saved(ada)
  const company = ada.getByRole('status', { name: 'News of the meeting' })
  const connection = ada.getByRole('status', { name: 'Connection' })
  await expect(connection).toBeAttached() // it comes when the page has nothing else to do
  await ada.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    for (const output of document.querySelectorAll('output')) {
      if (output.getAttribute('aria-live') === 'off') continue
      new MutationObserver(() => said.push(output.textContent)).observe(output, {
        childList: true,
        characterData: true,
        subtree: true,
      })
    }
  })
  // those who are there in the first moment are no news
  await ada.waitForFunction(() => performance.now() > 6000)
  const guests = await Promise.all(['Ben', 'Cleo', 'Dan'].map(() => person(browser)))
  await Promise.all(
    guests.map((guest, index) => visit(guest, `${server.url}/n/${id}`, ['Ben', 'Cleo', 'Dan'][index] ?? '')),
  )
  await expect(company).toHaveText(/joined$/)
  const [ben] = guests
  if (!ben) throw new Error('nobody came')
  await caretAtEnd(ben, sampleNote().lastTalk)
  await ben.keyboard.type(' And more of it.')
  await expect(editor(ada).getByText('And more of it.')).toBeVisible()
  await ada.context().setOffline(true)
  await expect(connection).toHaveText('Offline')
  await caretAtEnd(ada, sampleNote().lastTalk)
  await ada.keyboard.type(' Mine.')
  await expect(syncLine(ada)).toHaveText(/kept here/)
  await expect(connection).toHaveText('Offline')
  await ada.context().setOffline(false)
  await expect(connection).toHaveText(/^Back online/)
  await saved(ada)
  const said = await ada.evaluate(() => (window as unknown as { said: string[] }).said)
  expect(said.filter((words) => words.includes('more of it') || words.includes('Mine'))).toEqual([])
  expect(said.filter((words) => words.startsWith('Offline'))).toHaveLength(1)
  expect(said.filter((words) => words.includes('joined')).length).toBeLessThan(3)
})

test('[N126] nothing moves with reduced motion, and with forced colors all marks are seen', async ({ browser }) => {
  const ada = await person(browser, { reducedMotion: 'reduce' })
  const id = await importNote(ada, server.url, sampleNote().file, 'Ada')
  await saved(ada)
  const guest = await person(browser)
  await visit(guest, `${server.url}/n/${id}`, 'Gil')
  await caretAtEnd(guest, sampleNote().lastTalk)
  await expect(editor(ada).locator('.cursor')).toHaveCount(1)
  const moving = await ada.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(element)
      const isMoving = [
        ...transitionDuration.split(', '),
        ...(animationName === 'none' ? [] : [animationDuration]),
      ].some((duration) => Number.parseFloat(duration) > 0)
      return isMoving ? [`${element.tagName}.${element.className}`] : []
    }),
  )
  expect(moving).toEqual([])

  await ada.getByRole('checkbox').first().check()
  for (const colorScheme of ['light', 'dark'] as const) {
    await ada.emulateMedia({ forcedColors: 'active', colorScheme, reducedMotion: 'reduce' })
    const grounds = await ada.evaluate(
      (marks) =>
        marks.map(([selector, pseudo]) => {
          const element = document.querySelector(selector)
          return element ? getComputedStyle(element, pseudo).backgroundColor : `no ${selector}`
        }),
      [
        ['body'],
        ['.cursor'],
        ['.check:checked'],
        ['.check:checked', '::after'],
        ['.sync', '::before'],
        ['.presence .avatar[data-online]'],
      ] as const,
    )
    const [ground, caret, box, tick, dot, avatar] = grounds
    for (const mark of [caret, box, dot, avatar]) expect(mark, colorScheme).not.toBe(ground)
    expect(tick, colorScheme).not.toBe(box)
  }
  await ada.emulateMedia({ forcedColors: 'none', contrast: 'more' })
  const [line, control, quiet, text] = await ada.evaluate(() => {
    const style = getComputedStyle(document.documentElement)
    return ['--line', '--control', '--text-3', '--text'].map((name) => style.getPropertyValue(name))
  })
  expect([line, quiet]).toEqual([control, text])
})

test('[N127] at 320 pixels nothing is scrolled sideways', async ({ browser }) => {
  const ada = await person(browser, { viewport: { width: 320, height: 256 } })
  const id = await makeNote(server.url, sampleNote().markdown)
  await makeNote(
    server.url,
    '---\ntitle: An-uncommonly-long-title-without-a-blank-that-goes-on-and-on-and-on\nlocation: https://example.org/a/very/long/address/that/never/ends/and/goes/on\n---\n\nWords\n',
  )
  await ada.goto(server.url)
  await expect(ada.locator('.note-row').first()).toBeVisible()
  await expectFits(ada, 'list')
  for (const [key, name] of [
    ['n', 'New note'],
    ['Control+,', 'Preferences'],
    ['?', 'Keyboard shortcuts'],
  ] as const) {
    await ada.keyboard.press(key)
    await expect(ada.getByRole('dialog', { name })).toBeVisible()
    await expectFits(ada, name)
    await ada.keyboard.press('Escape')
  }
  await ada.getByRole('link', { name: /^An-uncommonly/ }).click()
  await introduce(ada, 'Ada')
  await saved(ada)
  await expectFits(ada, 'long words')
  await ada.goto(`${server.url}/n/${id}`)
  await saved(ada)
  await expectFits(ada, 'note')
  for (const name of ['Outline', 'TODOs', 'Decisions']) {
    await ada.locator('.dock').getByRole('button', { name }).click()
    await expectFits(ada, name)
    await ada.keyboard.press('Escape')
  }
})

test('[N128] what a finger presses has 40 pixels', async ({ browser }) => {
  const ada = await onlooker(browser, phone)
  const id = await makeNote(server.url, sampleNote().markdown)
  const expectRoom = async (state: string) => {
    const small = await ada.evaluate(() => {
      const controls = document.querySelectorAll(
        'button, a[href], input, select, [role=tab], [role=option], [role=menuitem]',
      )
      return [...controls].flatMap((control) => {
        if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return []
        if (control.closest('.sr, [inert], .prose, .skip, .drawer-scrim') || control.matches('.value a')) return []
        if (control.matches('[aria-hidden], [type=file], [disabled]')) return []
        const { x, y, width, height } = control.getBoundingClientRect()
        const middle = { x: x + width / 2, y: y + height / 2 }
        if (middle.y < 25 || middle.y > innerHeight - 25 || middle.x < 25 || middle.x > innerWidth - 25) return []
        const points = [
          [0, 0],
          [0, -19],
          [0, 19],
          [-19, 0],
          [19, 0],
        ] as const
        const owned = points.map(([dx, dy]) => {
          const hit = document.elementFromPoint(middle.x + dx, middle.y + dy)
          return hit !== null && (control.contains(hit) || hit.closest('label')?.contains(control) === true)
        })
        if (!owned[0] || owned.every(Boolean)) return [] // something lies over it, or it has its room
        const words = control.getAttribute('aria-label') ?? control.textContent.slice(0, 20)
        return [`${control.tagName}.${control.className} ${words} ${Math.round(width)}×${Math.round(height)}`]
      })
    })
    expect.soft(small, state).toEqual([])
  }
  await ada.goto(server.url)
  await expect(ada.locator('.note-row').first()).toBeVisible()
  await expectRoom('list')
  await ada.getByRole('button', { name: 'Teams' }).click()
  await expectRoom('navigation')
  await ada.keyboard.press('Escape')
  await ada.goto(`${server.url}/n/${id}`)
  await introduce(ada, 'Ada')
  await saved(ada)
  await expectRoom('note')
  await ada.locator('.dock').getByRole('button', { name: 'TODOs' }).click()
  await expectRoom('panel')
})

test('[E150] each block runs in its own direction, and the file knows nothing of it', async ({ browser }) => {
  const markdown =
    '## אסיפה\n\nשלום לכולם\n\nHello, שלום\n\nMiddle\n\n- [ ] AB: קנה מנורה due 2024-03-20\n- one\n\n* אחת\n* two\n\n> ציטוט\n'
  const id = await makeNote(server.url, markdown)
  const ada = await person(browser)
  await visit(ada, `${server.url}/n/${id}`, 'Ada')
  await saved(ada)
  const directionOf = (words: string) =>
    editor(ada)
      .locator('p, h2')
      .filter({ hasText: words })
      .evaluate((block) => getComputedStyle(block).direction)
  expect(await directionOf('אסיפה')).toBe('rtl')
  expect(await directionOf('שלום לכולם')).toBe('rtl')
  expect(await directionOf('Hello,')).toBe('ltr')
  expect(await directionOf('ציטוט')).toBe('rtl')
  expect(await directionOf('two')).toBe('ltr')
  const listOf = (words: string) =>
    editor(ada)
      .locator('ul')
      .filter({ hasText: words })
      .evaluate((list) => getComputedStyle(list).direction)
  expect(await listOf('one')).toBe('ltr')
  expect(await listOf('אחת')).toBe('rtl')
  await caretAtEnd(ada, 'Hello')
  await ada.keyboard.press('Enter')
  await ada.keyboard.type('[] קנה לחם due 2024-03-21')
  await expect.poll(() => directionOf('קנה לחם')).toBe('rtl')
  // the box stands where the line begins, the due date where it ends
  const todo = editor(ada).locator('.todo').filter({ hasText: 'קנה לחם' })
  const [line, box, due] = await Promise.all(
    [todo, todo.locator('.check'), todo.locator('.due')].map((part) => part.boundingBox()),
  )
  if (!line || !box || !due) throw new Error('the TODO is not drawn')
  expect(box.x).toBeGreaterThan(line.x + line.width / 2)
  expect(due.x).toBeLessThan(line.x + line.width / 2)
  await saved(ada)
  const after = await (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()
  expect(after).toBe(markdown.replace('Hello, שלום\n\n', 'Hello, שלום\n\n- [ ] קנה לחם due 2024-03-21\n\n'))
})
