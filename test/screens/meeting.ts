import { editor, introduce, person, saved } from '../e2e/meeting.ts'
import { copyOf, type Scene, type Stage } from './scene.ts'

const all = ['desk', 'tablet', 'phone'] as const
const small = ['tablet', 'phone'] as const

/** Shows a tab of the panel, which is a drawer or a sheet where there is little room. */
const tab =
  (name: RegExp) =>
  async (stage: Stage): Promise<void> => {
    await stage.open()
    await showTab(stage, name)
  }

async function showTab({ page, size }: Stage, name: RegExp): Promise<void> {
  if (size === 'phone') await page.locator('.dock').getByRole('button', { name: 'TODOs' }).click()
  if (size === 'tablet') await page.getByRole('button', { name: 'Meeting panel' }).click()
  await page.getByRole('tab', { name }).click()
  await page.getByRole('tabpanel').filter({ hasText: /\S/ }).waitFor()
  await page.locator('#panel .awaited').waitFor({ state: 'hidden' })
}

async function openMenu({ page, isPhone }: Stage): Promise<void> {
  const name = isPhone ? 'More' : 'More ways to take the note with you'
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('menu', { name: 'More' }).waitFor()
}

async function choose(stage: Stage, name: RegExp): Promise<void> {
  await openMenu(stage)
  await stage.page.getByRole('menuitem', { name }).click()
}

async function scrollTo({ page }: Stage, words: string): Promise<void> {
  await editor(page)
    .getByText(words, { exact: true })
    .last()
    .evaluate((element) => element.scrollIntoView({ block: 'start' }))
}

async function askToFinish(stage: Stage): Promise<void> {
  await stage.open(await copyOf(stage))
  await choose(stage, /Finish the meeting/)
  await stage.page.getByRole('dialog', { name: 'Finish the meeting' }).getByText('Find a room').waitFor()
}

async function finish(stage: Stage): Promise<void> {
  await askToFinish(stage)
  await stage.page.getByRole('button', { name: 'Finish', exact: true }).click()
  await stage.page.getByRole('dialog', { name: 'The meeting is finished' }).waitFor()
}

export const meetingScenes: readonly Scene[] = [
  {
    name: 'note',
    sizes: all,
    show: async ({ open, page }) => {
      await open()
      await page.locator('.start .avatar').first().waitFor({ state: 'attached' })
    },
  },
  {
    name: 'note-discussions',
    sizes: all,
    show: async (stage) => {
      await stage.open()
      await scrollTo(stage, 'Discussions')
    },
  },
  {
    name: 'note-items',
    sizes: all,
    show: async (stage) => {
      await stage.open()
      await scrollTo(stage, 'TODOs and Decisions')
    },
  },
  { name: 'note-todos', sizes: all, show: tab(/TODOs/) },
  { name: 'note-decisions', sizes: all, show: tab(/Decisions/) },
  { name: 'note-people', show: tab(/People/) },
  { name: 'note-source', sizes: all, show: tab(/Source/) },
  {
    name: 'note-outline',
    sizes: small,
    show: async ({ open, page }) => {
      await open()
      await page.getByRole('button', { name: 'Outline', exact: true }).and(page.locator(':visible')).last().click()
    },
  },
  {
    name: 'note-menu',
    sizes: all,
    show: async (stage) => {
      await stage.open()
      await openMenu(stage)
    },
  },
  {
    name: 'note-start-menu',
    sizes: ['desk'],
    show: async ({ open, page }) => {
      await open()
      await page.getByRole('button', { name: 'Start any item' }).click()
      await page.getByRole('menu', { name: 'Agenda' }).locator(':focus').waitFor()
    },
  },
  {
    name: 'note-overrun',
    show: async (stage) => {
      const { page, isPhone } = stage
      const id = await copyOf(stage)
      await page.clock.install()
      await page.goto(`${stage.url}/n/${id}`)
      await page.clock.runFor(3000)
      await saved(page)
      if (isPhone) await page.locator('.dock').getByRole('button', { name: 'Outline' }).click()
      await page.getByRole('button', { name: /^Start: / }).click()
      await page.clock.fastForward(14 * 60_000)
      if (isPhone) await page.keyboard.press('Escape')
    },
  },
  {
    name: 'note-follow',
    show: async (stage) => {
      await stage.open()
      await showTab(stage, /People/)
      await stage.page.getByRole('button', { name: 'Follow JanaW' }).click()
      await stage.page.getByRole('region', { name: 'Following JanaW' }).waitFor()
    },
  },
  {
    name: 'note-away',
    show: async (stage) => {
      const id = await copyOf(stage)
      await stage.open(id)
      await stage.page.waitForFunction((key) => localStorage.getItem(key) !== null, `minutebook:seen:${id}`)
      await stage.page.goto(stage.url)
      const browser = stage.page.context().browser()
      if (!browser) throw new Error('the browser has gone')
      const other = await person(browser)
      await other.goto(`${stage.url}/n/${id}`)
      await introduce(other, 'Odile')
      await editor(other).getByText('What the forum is for').last().click()
      await other.keyboard.press('End')
      await other.keyboard.type(', and for whom')
      await saved(other)
      await other.context().close()
      await stage.open(id)
      await stage.page.getByRole('region', { name: 'While you were away' }).waitFor()
      await scrollTo(stage, 'Others')
    },
  },
  { name: 'note-finish', show: askToFinish },
  { name: 'note-finished-dialog', show: finish },
  {
    name: 'note-finished',
    sizes: all,
    show: async (stage) => {
      await finish(stage)
      await stage.page.getByRole('button', { name: 'Done', exact: true }).click()
      await stage.page.getByText('finished this meeting').waitFor()
    },
  },
  {
    name: 'note-carried',
    show: async (stage) => {
      await stage.open(stage.notes.last)
      await choose(stage, /^Next meeting/)
      const again = stage.page.getByRole('button', { name: 'Make another' })
      await stage.page.locator('.carried').or(again).first().waitFor({ state: 'attached' })
      if (await again.isVisible()) await again.click()
      await stage.page.waitForURL((at) => !at.pathname.includes(stage.notes.last))
      await saved(stage.page)
      await showTab(stage, /TODOs/)
      await stage.page.locator('.carried').waitFor()
    },
  },
  {
    name: 'note-next',
    show: async (stage) => {
      const id = await copyOf(stage)
      await stage.open(id)
      const dialog = stage.page.getByRole('dialog', { name: 'The next meeting is there already' })
      await choose(stage, /^Next meeting/)
      await Promise.race([dialog.waitFor(), stage.page.waitForURL((at) => !at.pathname.includes(id))])
      if (await dialog.isVisible()) return
      await stage.open(id)
      await choose(stage, /^Next meeting/)
      await dialog.waitFor()
    },
  },
  {
    name: 'note-search',
    show: async ({ open, page }) => {
      await open()
      await page.keyboard.press('ControlOrMeta+Shift+f')
      await page.getByRole('dialog', { name: 'Search all notes' }).getByRole('combobox').fill('lens')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'note-name',
    show: async ({ isPhone, open, page }) => {
      await open()
      if (isPhone) {
        await page.getByRole('button', { name: 'More', exact: true }).click()
        await page.getByRole('menuitem', { name: /^Your name/ }).click()
      } else await page.getByRole('button', { name: /Amira, you/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'note-print',
    sizes: ['desk'],
    show: async ({ open, page }) => {
      await page.setViewportSize({ width: 794, height: 1123 }) // A4 at 96 dots per inch
      await open()
      await page.emulateMedia({ media: 'print' })
    },
  },
]
