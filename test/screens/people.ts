import type { Scene, Stage } from './scene.ts'

async function openPeople({ page, url }: Stage, path = '/people'): Promise<void> {
  await page.goto(`${url}${path}`)
  await page.locator('.people-row').first().waitFor()
}

export const peopleScenes: readonly Scene[] = [
  { name: 'people', sizes: ['desk', 'tablet', 'phone'], show: (stage) => openPeople(stage) },
  {
    name: 'people-person',
    show: async (stage) => {
      await openPeople(stage)
      await stage.page.getByRole('link', { name: 'JanaW' }).click()
      await stage.page.getByRole('textbox', { name: 'Name' }).waitFor()
    },
  },
  {
    name: 'people-nobody',
    show: async ({ page, url }) => {
      await page.goto(`${url}/people?query=xyzzy`)
      await page.getByRole('heading', { name: /^Nobody for/ }).waitFor()
    },
  },
]
