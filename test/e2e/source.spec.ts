import { expect, type Page } from '@playwright/test'
import { caretAtEnd, editor, makeNote, person, saved, test, useServer, visit } from './meeting.ts'

const server = useServer()

const file = `---
title: Crane call
participants: [AnaM, BenK]
---

# Crane call

First words.

Last words.
`

/** The lines of the source pane as people see them, by number from 1. */
const sourceLines = (page: Page) => page.getByRole('tabpanel', { name: 'Source' }).locator('.line')

test('the source follows what somebody else types, with the line numbers of the API, and leads to the text', async ({
  browser,
}) => {
  const location = `/n/${await makeNote(server.url, file)}`
  const [ana, ben] = [await person(browser), await person(browser)]
  await visit(ana, server.url + location, 'AnaM')
  await visit(ben, server.url + location, 'BenK')

  await ben.getByRole('button', { name: 'More ways to take the note with you' }).click()
  await ben.getByRole('menuitem', { name: 'Markdown source' }).click()
  await expect(sourceLines(ben)).toHaveText(file.trimEnd().split('\n'))

  await caretAtEnd(ana, 'First words.')
  await ana.keyboard.press('Enter')
  await ana.keyboard.type('Decision: Oil the winch.', { delay: 12 })
  await saved(ana)
  const api = `${server.url}/api/notes/${location.replace('/n/', '')}/items`
  const items = (await (await fetch(api)).json()) as { decisions: { lines: [number, number] }[] }
  const line = items.decisions[0]?.lines[0] ?? 0
  await expect(sourceLines(ben).nth(line - 1)).toHaveText('Decision: Oil the winch.')

  // from a line into the text, and the caret's line is the marked one
  await sourceLines(ben)
    .nth(line - 1)
    .click()
  await expect(editor(ben)).toBeFocused()
  await ben.keyboard.press('End')
  await ben.keyboard.type(' Twice.')
  await expect(ben.locator('.source-pane [aria-current]')).toHaveText('Decision: Oil the winch. Twice.')
  await expect(editor(ana).getByText('Oil the winch. Twice.')).toBeVisible()
})
