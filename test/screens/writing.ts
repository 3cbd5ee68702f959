import type { Locator, Page } from '@playwright/test'
import { png } from '../../server/src/image/test-images.ts'
import { caretAtEnd, editor } from '../e2e/meeting.ts'
import { copyOf, type Scene, type Stage } from './scene.ts'

const place = 'What the forum is for'

const line = (page: Page, words: string): Locator =>
  editor(page).locator('p, pre, td').filter({ hasText: words }).last()

/** Opens a note of its own and types in a new line. */
const typing =
  (keys: string, shown: string) =>
  async (stage: Stage): Promise<void> => {
    const { page } = stage
    await stage.open(await copyOf(stage))
    await caretAtEnd(page, 'Every second week')
    await page.keyboard.press('Enter')
    await page.keyboard.type(keys)
    await page.getByRole('listbox', { name: shown }).waitFor()
  }

async function selectWords({ open, page }: Stage): Promise<void> {
  await open()
  await caretAtEnd(page, 'The time to review')
  for (let letter = 0; letter < 19; letter += 1) await page.keyboard.press('Shift+ArrowLeft')
  await page.getByRole('toolbar', { name: 'Format' }).waitFor()
}

async function openBlockMenu({ open, page }: Stage): Promise<void> {
  await open()
  await line(page, place).click()
  await page.keyboard.press('ControlOrMeta+Shift+Enter')
  await page.getByRole('menu', { name: 'Block' }).waitFor()
}

async function openFind({ open, page }: Stage): Promise<void> {
  await open()
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill('the')
}

async function pasteImage(stage: Stage, name: string): Promise<void> {
  const { page } = stage
  await stage.open(await copyOf(stage))
  await caretAtEnd(page, place)
  const base64 = png(640, 240, [214, 226, 240]).toString('base64')
  await editor(page).evaluate(
    (element, { base64, name }) => {
      const data = new DataTransfer()
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      data.items.add(new File([bytes], name, { type: 'image/png' }))
      element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }))
    },
    { base64, name },
  )
}

export const writingScenes: readonly Scene[] = [
  { name: 'note-slash', show: typing('/', 'Insert') },
  { name: 'note-mention', show: typing('[] Bring the lamp @', 'People') },
  { name: 'note-emoji', show: typing('It shines :lig', 'Emoji') },
  {
    name: 'note-table',
    show: async (stage) => {
      const { page } = stage
      await stage.open(await copyOf(stage))
      await editor(page).locator('td', { hasText: 'winch' }).click()
      await page.keyboard.press('End')
      await page.keyboard.type(' /ro')
      await page.getByRole('listbox', { name: 'Insert' }).waitFor()
    },
  },
  { name: 'note-toolbar', show: selectWords },
  {
    name: 'note-link',
    show: async (stage) => {
      await selectWords(stage)
      await stage.page.keyboard.press('ControlOrMeta+k')
      await stage.page.getByRole('form', { name: 'Link' }).waitFor()
    },
  },
  {
    name: 'note-due',
    show: async ({ open, page }) => {
      await open()
      await editor(page).locator('.due').first().click()
      await page.getByRole('combobox', { name: 'Due date' }).waitFor()
    },
  },
  {
    name: 'note-owner',
    show: async ({ open, page }) => {
      await open()
      await editor(page).locator('.owner').first().click()
      await page.getByRole('combobox', { name: 'Owner' }).waitFor()
    },
  },
  {
    name: 'note-when',
    sizes: ['desk'],
    show: async ({ open, page }) => {
      await open()
      await page.getByRole('button', { name: 'Edit when' }).first().click()
    },
  },
  { name: 'note-block', show: openBlockMenu },
  {
    name: 'note-turn-into',
    sizes: ['desk'],
    show: async (stage) => {
      await openBlockMenu(stage)
      await stage.page.keyboard.press('ArrowRight')
      await stage.page.getByRole('menu', { name: 'Turn into' }).waitFor()
    },
  },
  { name: 'note-find', show: openFind },
  {
    name: 'note-replace',
    show: async (stage) => {
      await openFind(stage)
      await stage.page.getByRole('button', { name: 'Replace', exact: true }).click()
    },
  },
  {
    name: 'note-language',
    show: async ({ open, page }) => {
      await open()
      await editor(page).getByRole('button', { name: 'Language of the code: sh' }).click()
      await page.getByRole('combobox', { name: 'Language' }).waitFor()
    },
  },
  {
    name: 'note-image',
    show: async (stage) => {
      const { page } = stage
      await pasteImage(stage, 'floor plan.png')
      await editor(page).getByRole('img', { name: 'floor plan' }).first().click()
      await page.getByRole('form', { name: 'Image' }).waitFor()
    },
  },
  {
    name: 'note-image-refused',
    show: async (stage) => {
      const refusal = { error: { code: 'not_stored', message: 'The server cannot save right now.' } }
      await stage.page.route('**/images', (route) => route.fulfill({ status: 503, json: refusal }))
      await pasteImage(stage, 'plan.png')
      await stage.page.getByRole('alert').filter({ hasText: 'was not added' }).waitFor()
    },
  },
]
