import type { Scene, Stage } from './scene.ts'

async function openList({ page, url }: Stage, path: string): Promise<void> {
  await page.goto(`${url}${path}`)
  await page.locator('[data-key]').first().waitFor()
}

const list =
  (path: string) =>
  (stage: Stage): Promise<void> =>
    openList(stage, path)

const all = ['desk', 'tablet', 'phone'] as const

export const ledgerScenes: readonly Scene[] = [
  { name: 'todos', sizes: all, show: list('/todos') },
  { name: 'todos-filtered', show: list('/todos?team=core&team=release&owner=JanaW') },
  { name: 'todos-by-meeting', show: list('/todos?group=meeting&state=all') },
  { name: 'decisions', sizes: all, show: list('/decisions') },
  { name: 'decisions-filtered', show: list('/decisions?team=release') },
  {
    name: 'todos-filter',
    sizes: all,
    show: async (stage) => {
      await openList(stage, '/todos')
      await stage.page.getByRole('button', { name: /^Owner/ }).click()
      await stage.page.getByRole('listbox').waitFor()
    },
  },
  {
    name: 'todos-menu',
    show: async (stage) => {
      await openList(stage, '/todos')
      await stage.page.getByRole('button', { name: 'More ways to take the list with you' }).click()
      await stage.page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'todos-calendar',
    show: async (stage) => {
      await openList(stage, '/todos')
      await stage.page.getByRole('button', { name: 'More ways to take the list with you' }).click()
      await stage.page.getByRole('menuitem', { name: /Calendar/ }).click()
      await stage.page.getByRole('button', { name: /^Make a/ }).waitFor()
    },
  },
  {
    name: 'todos-nothing',
    show: async ({ page, url }) => {
      await page.goto(`${url}/todos?query=xyzzy`)
      await page.getByRole('heading', { name: /^Nothing for/ }).waitFor()
    },
  },
  {
    name: 'decisions-nothing',
    show: async ({ page, url }) => {
      await page.goto(`${url}/decisions?query=xyzzy`)
      await page.getByRole('heading', { name: /^Nothing for/ }).waitFor()
    },
  },
  {
    name: 'todos-loading',
    show: async ({ page, url }) => {
      await page.route('**/api/todos*', () => undefined) // it never answers
      await page.goto(`${url}/todos?query=loading`)
      await page.locator('.bone').first().waitFor()
    },
  },
  {
    name: 'todos-not-ticked',
    show: async (stage) => {
      await stage.page.route('**/api/todos/*', (route) => route.abort())
      await openList(stage, '/todos')
      await stage.page.getByRole('checkbox').first().click()
      await stage.page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'todos-offline',
    show: async (stage) => {
      await openList(stage, '/todos')
      await stage.page.route('**/api/**', (route) => route.abort())
      await stage.page.goto(`${stage.url}/todos`)
      await stage.page.getByRole('button', { name: 'Try now' }).waitFor()
    },
  },
]
