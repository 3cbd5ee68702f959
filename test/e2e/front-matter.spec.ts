import { expect, type Page } from '@playwright/test'
import { editor, expectBlock, makeNote, person, saved, syncLine, test, useServer, visit } from './meeting.ts'

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
    await expect(page.getByRole('textbox', { name: /title/i })).toBeEditable() // what edits the header comes late [N201]
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

/** Pastes a text as a browser does. */
async function paste(page: Page, text: string): Promise<void> {
  await editor(page).evaluate((element, words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }))
  }, text)
}

test('[E237] a whole file that is pasted into a new note fills in its header, and the note is that file', async ({
  browser,
}) => {
  const made = await fetch(`${server.url}/api/notes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ template: 'blank' }),
  })
  const { id }: { id: string } = await made.json()
  const [ada, ben] = [await person(browser), await person(browser)]
  for (const page of [ada, ben]) await visit(page, `${server.url}/n/${id}`, page === ada ? 'Ada' : 'Ben')
  await editor(ada).click()
  await paste(ada, file)
  for (const page of [ada, ben]) {
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Lamp call')
    await expect(page.locator('.props .chip.person')).toHaveText(/JanaW/)
    await expectBlock(page, 'Hello')
  }
  const filled = ada.getByText('The header was filled in.')
  await expect(filled).toBeVisible()
  await saved(ada)
  const markdown = async () => (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()
  expect(await markdown()).toBe(file)

  await ada.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(ben.locator('.props .chip.person')).toHaveCount(0)
  await editor(ada).press('Control+z')
  await expect(editor(ben)).not.toContainText('Hello')
  await editor(ada).pressSequentially('Talk. ')
  await paste(ada, file)
  await expect(ada.getByText('The note keeps its header')).toBeVisible()
  await expectBlock(ben, 'Talk. Hello')
  await expect(ben.locator('.props .chip.person')).toHaveCount(0)
})
