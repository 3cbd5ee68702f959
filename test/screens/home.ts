import { dayFrom } from './notes.ts'
import type { Scene, Stage } from './scene.ts'

async function openList({ page, url }: Stage, path = '/'): Promise<void> {
  await page.goto(`${url}${path}`)
  await page.getByText('In progress').first().waitFor()
}

/** The list of notes, then a key. */
const afterKey =
  (key: string, dialog: string) =>
  async (stage: Stage): Promise<void> => {
    await openList(stage)
    await stage.page.keyboard.press(key)
    await stage.page.getByRole('dialog', { name: dialog }).waitFor()
  }

const search =
  (words: string) =>
  async (stage: Stage): Promise<void> => {
    await openList(stage)
    await stage.page.getByRole('combobox').fill(words)
    await stage.page.locator('[role=option], .empty').first().waitFor()
  }

const markdown = (name: string, text: string) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) })

export const homeScenes: readonly Scene[] = [
  { name: 'home', sizes: ['desk', 'tablet', 'phone'], show: (stage) => openList(stage) },
  { name: 'home-team', show: (stage) => openList(stage, '/?team=core') },
  { name: 'home-new', show: afterKey('n', 'New note') },
  { name: 'home-preferences', show: afterKey('Control+,', 'Preferences') },
  { name: 'home-shortcuts', show: afterKey('?', 'Keyboard shortcuts') },
  { name: 'home-search', sizes: ['desk', 'tablet', 'phone'], show: search('lens') },
  { name: 'home-nothing', show: search('xyzzy') },
  {
    name: 'home-navigation',
    sizes: ['tablet', 'phone'],
    show: async (stage) => {
      await openList(stage)
      await stage.page.getByRole('button', { name: 'Teams' }).click()
    },
  },
  {
    name: 'home-loading',
    show: async ({ page, url }) => {
      await page.route('**/api/notes*', () => undefined) // it never answers
      await page.goto(url)
      await page.locator('.bone').first().waitFor()
    },
  },
  {
    name: 'home-offline',
    show: async (stage) => {
      await openList(stage)
      await stage.page.context().setOffline(true)
      await stage.page.getByText("You're offline.").waitFor()
    },
  },
  {
    name: 'home-no-answer',
    show: async ({ page, url }) => {
      await page.route('**/api/**', (route) => route.abort())
      await page.goto(url)
      await page.getByRole('button', { name: 'Try now' }).waitFor()
    },
  },
  {
    name: 'page-not-found',
    show: async ({ page, url }) => {
      await page.goto(`${url}/nowhere`)
      await page.getByRole('heading', { name: "This page isn't here" }).waitFor()
    },
  },
]

/** What leaves notes behind, which the other pictures are not to show. */
export const importScenes: readonly Scene[] = [
  {
    name: 'home-import',
    show: async (stage) => {
      await openList(stage)
      await stage.page
        .locator('input[type=file]')
        .first()
        .setInputFiles([
          markdown(
            '2023-11-08.md',
            `---\ntitle: Harbor call\ndatetime: ${dayFrom(-400)}\n---\n\n## TODOs\n\nAB: Call.\n`,
          ),
          markdown('2023-11-15.md', '# Harbor call\n\nWords.\n'),
          { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
        ])
      await stage.page.getByRole('dialog', { name: /files imported/ }).waitFor()
    },
  },
]
