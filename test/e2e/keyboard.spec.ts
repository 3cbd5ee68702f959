import { expect, type Locator, type Page } from '@playwright/test'
import { caretAtEnd, editor, importNote, person, sampleNote, saved, test, useServer } from './meeting.ts'

const server = useServer()

/** The region that has the focus, by its class. */
const region = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.closest('.bar, .start, .sheet, .end, .dock')?.className.split(' ')[0] ?? '',
  )

/** The words of the block that has the caret. */
const blockOf = (page: Page) =>
  page.evaluate(() => {
    const node = document.getSelection()?.focusNode
    return (node instanceof Element ? node : node?.parentElement)?.closest('h1, h2, h3, p')?.textContent ?? ''
  })

test('[N121] [N122] Tab begins with the skip link, F6 goes from region to region', async ({ browser }) => {
  const ada = await person(browser)
  await importNote(ada, server.url, sampleNote().file, 'Ada')
  await saved(ada)
  await ada.reload()
  await saved(ada)
  await ada.keyboard.press('Tab')
  await expect(ada.getByRole('link', { name: 'Skip to the note' })).toBeFocused()
  const order: string[] = []
  for (let step = 0; step < 60 && order.at(-1) !== 'sheet'; step += 1) {
    await ada.keyboard.press('Tab')
    const now = await region(ada)
    if (now !== order.at(-1)) order.push(now)
  }
  expect(order).toEqual(['bar', 'start', 'sheet'])
  await ada.getByRole('link', { name: 'Skip to the note' }).focus()
  await ada.keyboard.press('Enter')
  expect(await ada.evaluate(() => document.activeElement?.id)).toBe('note')

  await ada.keyboard.press('F6')
  expect(await region(ada)).toBe('end')
  await ada.keyboard.press('F6')
  expect(await region(ada)).toBe('bar')
  await ada.keyboard.press('F6')
  expect(await region(ada)).toBe('start')
  await ada.keyboard.press('F6')
  await expect(editor(ada)).toBeFocused()
  await ada.keyboard.press('Shift+F6')
  expect(await region(ada)).toBe('start')
  await ada.keyboard.press('Control+\\')
  await ada.keyboard.press('F6')
  await ada.keyboard.press('F6')
  expect(['bar', 'sheet', 'end']).toContain(await region(ada))
  await ada.keyboard.press('Control+\\')

  await ada.goto(server.url)
  await expect(ada.locator('.note-row, .now-card').first()).toBeVisible()
  await ada.keyboard.press('Tab')
  await expect(ada.getByRole('link', { name: 'Skip to the notes' })).toBeFocused()
  await ada.keyboard.press('F6')
  expect(await region(ada)).toBe('start')
  await ada.keyboard.press('F6')
  expect(await region(ada)).toBe('sheet')
})

test('[N123] Escape closes the nearest thing and gives the focus back', async ({ browser }) => {
  const ada = await person(browser)
  await importNote(ada, server.url, sampleNote().file, 'Ada')
  await saved(ada)
  const expectBack = async (opener: Locator, thing: Locator) => {
    await opener.focus()
    await ada.keyboard.press('Enter')
    await expect(thing).toBeVisible()
    await ada.keyboard.press('Escape')
    await expect(thing).toBeHidden()
    await expect(opener).toBeFocused()
  }
  await expectBack(ada.getByRole('button', { name: 'More ways to take the note with you' }), ada.getByRole('menu'))
  await expectBack(ada.getByRole('button', { name: 'Keyboard shortcuts' }), ada.getByRole('dialog'))
  await expectBack(ada.getByRole('button', { name: 'Preferences' }), ada.getByRole('dialog'))
  await ada.setViewportSize({ width: 900, height: 800 })
  await expectBack(ada.getByRole('button', { name: 'Outline', exact: true }).first(), ada.locator('#outline'))
  await expectBack(ada.getByRole('button', { name: 'Meeting panel' }), ada.locator('#panel'))

  await caretAtEnd(ada, sampleNote().lastTalk)
  await ada.keyboard.press('Enter')
  await ada.keyboard.type('/')
  await expect(ada.getByRole('listbox', { name: 'Insert' })).toBeVisible()
  await ada.keyboard.press('Escape')
  await expect(ada.getByRole('listbox', { name: 'Insert' })).toBeHidden()
  await expect(editor(ada)).toBeFocused()
})

test('[N129] a meeting with the keyboard alone', async ({ browser }) => {
  const ada = await person(browser)
  const keys = ada.keyboard
  await ada.goto(server.url)
  await expect(ada.getByRole('heading', { name: 'Notes', level: 1 })).toBeVisible()
  await keys.press('n')
  await keys.type('Lamp call')
  await keys.press('Enter')
  await expect(ada.getByRole('dialog', { name: 'What is your name?' })).toBeVisible()
  await keys.type('AdaL')
  await keys.press('Enter')
  await saved(ada)
  for (let step = 0; step < 4 && (await region(ada)) !== 'sheet'; step += 1) await keys.press('F6')
  await expect(editor(ada)).toBeFocused()

  // the title
  await keys.press('Shift+F6')
  await keys.press('F6')
  const title = ada.getByRole('textbox', { name: 'Title' })
  for (let step = 0; step < 20 && !(await title.evaluate((field) => field === document.activeElement)); step += 1) {
    await keys.press('Shift+Tab')
  }
  await expect(title).toBeFocused()
  await keys.press('End')
  await keys.type(' of March')
  await keys.press('Enter')
  await expect(editor(ada)).toBeFocused()

  // agenda, TODO, decision
  const toLine = async (heading: string) => {
    await keys.press('Control+Home')
    for (let step = 0; step < 30 && !(await blockOf(ada)).includes(heading); step += 1) await keys.press('ArrowDown')
    await keys.press('ArrowDown')
    await keys.press('End')
  }
  await toLine('Agenda')
  await keys.type('Which lamp to buy')
  await toLine('TODOs')
  await keys.press('Enter') // it is the last heading, and nothing stands below it
  await keys.type('[] Buy it @Ada')
  await expect(ada.getByRole('listbox', { name: 'People' })).toBeVisible()
  await keys.press('Enter')
  await keys.type(' due 2030-03-20')
  await keys.press('Enter')
  await keys.press('Enter')
  await keys.type('=> The lamp is green')
  await expect(editor(ada).locator('.decision')).toHaveCount(1)
  await saved(ada)

  // a tick in the panel
  await keys.press('F6')
  expect(await region(ada)).toBe('end')
  const box = ada.locator('.end').getByRole('checkbox', { name: /Buy it/ })
  await expect(box).toHaveCount(1)
  for (let step = 0; step < 5 && !(await box.evaluate((field) => field === document.activeElement)); step += 1) {
    await keys.press('Tab')
  }
  await keys.press(' ')
  await expect(box).toBeChecked()
  const download = ada.waitForEvent('download')
  await keys.press('Control+s')
  const bytes = Buffer.concat(await (await (await download).createReadStream()).toArray())
  const markdown = bytes.toString('utf8')
  expect(markdown).toContain('title: Lamp call of March')
  expect(markdown).toContain('Which lamp to buy')
  expect(markdown).toMatch(/- \[x\] .*AdaL.*Buy it.* due 2030-03-20|- \[x\] .*Buy it.*AdaL.* due 2030-03-20/)
  expect(markdown).toContain('Decision: The lamp is green')
})
