import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { editor, makeNote, person, saved, test, useServer, visit } from './meeting.ts'

const server = useServer()
const offers = (page: Page) => page.getByRole('region', { name: 'Start from' })

test('[N247, N248, E206] an empty note starts from a template, once, for two people at the same time', async ({
  browser,
}) => {
  const id = await makeNote(server.url, '---\ntitle: Lamp call\nparticipants: [Ann, Ben]\n---\n\n')
  const read = async () => (await fetch(`${server.url}/api/notes/${id}/markdown`)).text()
  const file = await read()
  const [ann, ben] = [await person(browser), await person(browser)]
  await visit(ann, `${server.url}/n/${id}`, 'Ann')
  await visit(ben, `${server.url}/n/${id}`, 'Ben')
  await expect(offers(ben)).toBeVisible()
  await expectAccessible(ben, 'an empty note')
  expect(await read()).toBe(file)
  const meeting = offers(ann).getByRole('button', { name: /^Meeting/ })
  await meeting.focus()
  await ann.keyboard.press('Enter')
  await expect(editor(ann)).toBeFocused()
  await ann.keyboard.type('Lamps')
  await expect(offers(ann)).toHaveCount(0)
  await expect(offers(ben)).toHaveCount(0)
  await saved(ann)
  const filled = await read()
  expect(filled).toContain('title: Lamp call\n')
  expect(filled).toContain('## Agenda\n\n- Lamps\n\n## Discussions\n\n## TODOs and Decisions\n')
  await expect(async () => {
    await editor(ann).press('ControlOrMeta+z')
    await expect(offers(ann)).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(offers(ben)).toBeVisible()
  await ben.keyboard.press('Escape')
  await editor(ben).click()
  await ben.keyboard.type('x')
  await expect(offers(ann)).toHaveCount(0)
})

test('[N209] the panel of an empty note is seen', async ({ browser }) => {
  const page = await person(browser)
  await visit(page, `${server.url}/n/${await makeNote(server.url, '')}`, 'Ann')
  await expect(page.getByRole('tab', { name: /^TODOs/ })).toBeVisible()
})
