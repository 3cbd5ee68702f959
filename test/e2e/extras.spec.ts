import { expect } from '@playwright/test'
import { caretAtEnd, editor, makeNote, person, saved, test, useServer, visit } from './meeting.ts'

const server = useServer()

const file = `---
title: All that other editors know
participants: JanaW
---

[TOC]

## :dart: Lamps

We took ==the second lamp== for $5, not $6, and :rocket: it.[^1]
It shines with $E = mc^2$, in $\\{a, b\\}$.

<!-- nobody
sees this elsewhere -->

:::warning
Hot glass

- wait
- then touch
:::

:::spoiler How it ends
Well.
:::

Lamp
:   it shines
: it stands

$$
\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}
$$

\`\`\`mermaid
graph LR
  A[Lamp] --> B[Light]
\`\`\`

## Ropes

![a lamp](data:image/gif;base64,R0lGODlhAQABAAAAACw= =100x200)

<details>
<summary>More</summary>

Inside.

</details>

[^1]: On the roof.
`

/** The kind of a message of the sync protocol that carries an edit, as its first two bytes. */
const edit = [0, 2]

test('a note with all that other editors know is shown as such, and stays the same to the byte', async ({
  browser,
}) => {
  const location = `/n/${await makeNote(server.url, file)}`
  const page = await person(browser, { reducedMotion: 'reduce' })
  const edits: unknown[] = []
  const refused: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      if (typeof payload !== 'string' && edit.every((byte, index) => payload[index] === byte)) edits.push(payload)
    }),
  )
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  await visit(page, server.url + location, 'JanaW')
  await saved(page)

  const note = editor(page)
  await expect(note.locator('mark')).toHaveText('the second lamp')
  await expect(note.locator('.formula .katex')).toHaveCount(3)
  await expect(note.locator('.formula.display .mtable')).toBeVisible()
  await expect(note.locator('.held.warning')).toHaveCount(2)
  await expect(note.locator('.held.spoiler .fence-title')).toHaveText('How it ends')
  await expect(note.locator('.term')).toHaveText('Lamp')
  await expect(note.locator('.contents button')).toHaveText(['Lamps', 'Ropes'])
  await expect(note.locator('.emoji')).toHaveCount(2)

  // what the caret touches shows as it is written
  await note.locator('mark').click()
  await expect(note.locator('.sign:not(.away)')).toHaveText(['==', '=='])
  await note.locator('.formula:not(.display)').first().click()
  await expect(note.locator('.tex:not(.away)')).toHaveText('$E = mc^2$')
  await caretAtEnd(page, 'We took')
  await expect(note.locator('.formula .katex')).toHaveCount(3)

  await note.getByRole('button', { name: 'Show diagram' }).click()
  await expect(note.locator('.diagram svg')).toContainText('Lamp')
  await note.locator('.contents button').last().click()
  await expect(note.getByRole('heading', { name: 'Ropes' })).toBeInViewport()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download Markdown' }).click()
  const stream = await (await download).createReadStream()
  const chunks = await stream.toArray()
  expect(Buffer.concat(chunks).toString('utf8')).toBe(file)
  expect(edits).toEqual([])
  expect(refused).toEqual([])

  await caretAtEnd(page, 'Inside.')
  await page.keyboard.type('!')
  await expect.poll(() => edits.length).toBeGreaterThan(0)
})
