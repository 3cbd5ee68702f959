import { makeNote, saved } from '../e2e/meeting.ts'
import type { Scene, Stage } from './scene.ts'

const open = async ({ page, url }: Stage, id: string) => page.goto(`${url}/n/${id}`)

export const troubleScenes: readonly Scene[] = [
  {
    name: 'note-offline',
    sizes: ['desk', 'tablet', 'phone'],
    show: async ({ open, page }) => {
      await open()
      await page.getByLabel('Connection', { exact: true }).waitFor({ state: 'attached' }) // what says so is here
      await page.context().setOffline(true)
      await page.getByText("You're offline.").waitFor()
    },
  },
  {
    name: 'note-no-answer',
    show: async ({ notes, page, url }) => {
      await page.goto(`${url}/n/${notes.current}`)
      await saved(page) // from now on the note is on this device, too
      await page.routeWebSocket(/\/sync\//, (socket) => socket.close({ code: 1011 }))
      await page.reload()
      await page.getByText("The server doesn't answer.").waitFor()
    },
  },
  {
    name: 'note-unreachable',
    show: async (stage) => {
      await stage.page.routeWebSocket(/\/sync\//, (socket) => socket.close({ code: 1011 }))
      await open(stage, await makeNote(stage.url, '# Elsewhere\n'))
      await stage.page.getByRole('heading', { name: "The server doesn't answer" }).waitFor()
    },
  },
  {
    name: 'note-loading',
    sizes: ['desk', 'tablet', 'phone'],
    show: async (stage) => {
      await stage.page.routeWebSocket(/\/sync\//, () => undefined) // it never answers
      await open(stage, await makeNote(stage.url, '# Slow\n'))
      await stage.page.locator('.bone').first().waitFor()
    },
  },
  {
    name: 'note-not-found',
    show: async (stage) => {
      await open(stage, 'nothing-of-the-kind')
      await stage.page.getByRole('heading', { name: "This note isn't here" }).waitFor()
    },
  },
  {
    name: 'note-deleted',
    show: async (stage) => {
      const id = await makeNote(stage.url, '# Short\n\nWords.\n')
      await open(stage, id)
      await saved(stage.page)
      await fetch(`${stage.url}/api/notes/${id}`, { method: 'DELETE' })
      await stage.page.getByRole('heading', { name: 'This note was deleted' }).waitFor()
    },
  },
  {
    name: 'note-failed',
    show: async (stage) => {
      await stage.page.route('**/assets/NotePage-*.js', (route) => route.abort())
      await open(stage, stage.notes.current)
      await stage.page.getByRole('heading', { name: 'This page stopped' }).waitFor()
    },
  },
  {
    name: 'note-toast',
    show: async ({ open, page, isPhone }) => {
      await open()
      if (isPhone) {
        await page.getByRole('button', { name: 'More', exact: true }).click()
        await page.getByRole('menuitem', { name: /^Share/ }).click()
      } else await page.getByRole('button', { name: 'Share' }).click()
      await page.locator('.toast').waitFor()
    },
  },
]
