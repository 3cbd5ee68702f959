import { expect } from '@playwright/test'
import { makeNote, person, saved, syncLine, test, useServer, visit } from './meeting.ts'

const server = useServer()

const file = `---
# kept by hand
title: 'Lamp call'
tags: lamp, call
datetime: 2024-03-06T16:00:00+01:00
location: Here
teams:
  - core
review: ~
participants:
  - JanaW
---

Hello
`

test('two people edit the form at once: both edits stay, and so does every other byte', async ({ browser }) => {
  const location = `/n/${await makeNote(server.url, file)}`
  const [ada, ben] = [await person(browser), await person(browser)]
  await visit(ada, server.url + location, 'Ada')
  await visit(ben, server.url + location, 'Ben')
  await saved(ada)
  await saved(ben)

  const add = async (page: typeof ada, name: string) => {
    await page.locator('.props').getByRole('button', { name: /^Add/ }).last().click()
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
  }
  await Promise.all([add(ada, 'AnaM'), add(ben, 'BenK')])
  const title = ada.getByRole('textbox', { name: /title/i })
  await title.fill('Lamp meeting')
  await title.press('Enter')
  for (const page of [ada, ben]) {
    await expect(page.locator('.props .chip.person')).toHaveCount(3)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Lamp meeting')
    await saved(page)
  }
  const markdown = await (await fetch(`${server.url}/api/notes/${location.replace('/n/', '')}/markdown`)).text()
  const people = ['  - AnaM\n  - BenK\n', '  - BenK\n  - AnaM\n']
  expect(
    people.map((both) => file.replace("'Lamp call'", "'Lamp meeting'").replace('  - JanaW\n', `  - JanaW\n${both}`)),
  ).toContain(markdown)
})

test('[F30] two people replace the title while offline: the header is whole again, and shown as a form', async ({
  browser,
}) => {
  const location = `/n/${await makeNote(server.url, '---\ntitle: Lamps\ntags: lamp\n---\n\nHello\n')}`
  const people = [await person(browser), await person(browser)]
  for (const [index, page] of people.entries()) {
    await visit(page, server.url + location, `Ada ${index}`)
    await saved(page)
  }
  const titles = ['Harbor: all', '#7 Lamps']
  for (const page of people) await page.context().setOffline(true)
  for (const [index, page] of people.entries()) {
    await expect(syncLine(page)).toHaveAttribute('data-state', 'offline')
    const title = page.getByRole('textbox', { name: /title/i })
    await title.fill(titles[index] ?? '')
    await title.press('Enter')
  }
  for (const page of people) await page.context().setOffline(false)
  for (const page of people) {
    await saved(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(titles.join('|')))
    await expect(page.locator('.props')).toBeVisible()
  }
})
