import { expect } from '@playwright/test'
import { editor, person, test, useServer } from './meeting.ts'

const server = useServer()

const file = (name: string, content: Uint8Array | string) => ({
  name,
  mimeType: 'text/markdown',
  buffer: Buffer.from(content),
})

test('of several files those that are Markdown are imported, and each other one says why not', async ({ browser }) => {
  const page = await person(browser)
  await page.goto(server.url)
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      file('good.md', '# Good\n\nHello\n'),
      file('latin1.md', Uint8Array.of(0x41, 0xe9, 0x42)),
      file('picture.md', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x00, 0x0d)),
      file('large.md', 'a'.repeat(2 * 1024 * 1024 + 1)),
    ])
  const report = page.getByRole('dialog')
  await expect(report).toContainText('1 of 4 files imported')
  await expect(report).toContainText('latin1.md')
  await expect(report).toContainText(/UTF-8/)
  await expect(report).toContainText(/2 MiB/)
  const { notes } = (await (await fetch(`${server.url}/api/notes`)).json()) as { notes: { title: string }[] }
  expect(notes.map((note) => note.title)).toEqual(['Good'])
})

test("a note that isn't there says so, and offers the way back", async ({ browser }) => {
  const page = await person(browser)
  await page.goto(`${server.url}/n/doesnotexist`)
  await expect(page.getByText("This note isn't here")).toBeVisible()
  await expect(editor(page)).toHaveCount(0)
  await page.goto(`${server.url}/nowhere`)
  await expect(page.getByText(/isn't here/)).toBeVisible()
})
