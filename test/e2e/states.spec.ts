import { expect, test, type BrowserContextOptions, type Page } from '@playwright/test'
import { holdMeeting, type Room } from '../screens/room.ts'
import { isFor, stageFor, type Scene, type Size } from '../screens/scene.ts'
import { scenes } from '../screens/scenes.ts'
import { startServer, type RunningServer } from '../server.ts'
import { expectAccessible, isAll } from './axe.ts'
import { expectFits, expectFocusSeen } from './fits.ts'
import { person } from './meeting.ts'

/** How scenes are looked at; where not all are, every other one in one way, in turns. */
const ways = ['desk', 'phone', 'narrow'] as const
/** Paper is not pressed, so that its addresses may be as high as its lines. */
const all = Object.values(scenes)
  .flat()
  .filter(({ name }) => name !== 'note-print')
const chosen = (way: (typeof ways)[number]) =>
  all.filter(
    (scene, index) => isFor(scene, way === 'desk' ? 'desk' : 'phone') && (isAll || ways[(index % 6) / 2] === way),
  )

// there are many, and what fails says where
test.use({ trace: 'off' })

let server: RunningServer
let room: Room

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  room = await holdMeeting(browser, server.url)
})

test.afterAll(async () => {
  await room.close()
  await server.dispose()
})

/** Plays a scene in a browser of its own, then looks at it. */
async function play(
  browser: Parameters<typeof person>[0],
  scene: Scene,
  size: Size,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await person(browser, {
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
    storageState: room.memory,
  })
  await scene.show(stageFor(page, server.url, room.notes, size))
  await look(page)
  await page.context().close()
}

const dark = (page: Page) => page.emulateMedia({ colorScheme: 'dark' })

/** Scenes in which the focus goes round where it is; in the others Tab is a key of the text. */
const walked = ['todos', 'decisions', 'people', 'home-search', 'note-finish', 'note-find', 'note-follow', 'note-next']
const isWalked = ({ name }: Scene) => walked.some((beginning) => name.startsWith(beginning))

// each is played once for a desk and once for a phone, and looked at in several ways: playing takes most of the time
for (const scene of chosen('desk')) {
  test(`[N120, N126, N221] on a desk, axe finds nothing in ${scene.name}`, async ({ browser }) => {
    const viewport = { width: 1440, height: 900 }
    await play(browser, scene, 'desk', { colorScheme: 'light', viewport }, async (page) => {
      await expectAccessible(page, `${scene.name}, light`)
      if (isAll) {
        await dark(page)
        await expectAccessible(page, `${scene.name}, dark`)
      }
      if (!isWalked(scene)) return
      await page.emulateMedia({ forcedColors: 'active' })
      await expectFocusSeen(page, scene.name)
    })
  })
}

for (const scene of chosen('phone')) {
  test(`[N120] on a phone, axe finds nothing in ${scene.name}`, async ({ browser }) => {
    const viewport = { width: 390, height: 844 }
    await play(browser, scene, 'phone', { colorScheme: 'light', viewport, hasTouch: true }, async (page) => {
      if (isAll) await expectAccessible(page, `${scene.name}, light`)
      await dark(page)
      await expectAccessible(page, `${scene.name}, dark`)
    })
  })
}

for (const scene of chosen('narrow')) {
  test(`[N127, N220] at 320 pixels ${scene.name} fits, and nothing covers what has the focus`, async ({ browser }) => {
    await play(browser, scene, 'phone', { viewport: { width: 320, height: 256 }, hasTouch: true }, async (page) => {
      await expectFits(page, scene.name)
      // the bar that finds is as high as what is left of the sheet
      if (isWalked(scene) && !/note-(find|replace)/.test(scene.name)) await expectFocusSeen(page, scene.name)
    })
  })
}

test('[N222] on a tablet the lists have the bar of a phone, and a note has none', async ({ browser }) => {
  const tablet = { viewport: { width: 900, height: 1100 } }
  const page = await person(browser, { ...tablet, storageState: room.memory, reducedMotion: 'reduce' })
  await page.goto(server.url)
  const dock = page.getByRole('navigation', { name: 'Main, small screens' })
  await dock.getByRole('link', { name: 'TODOs' }).click()
  await expect(page).toHaveURL(/\/todos/)
  await dock.getByRole('button', { name: 'Teams' }).click()
  await page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: 'People' }).click()
  await expect(page).toHaveURL(/\/people/)
  await expect(dock).toBeVisible()
  await page.goto(`${server.url}/n/${room.notes.current}`)
  await expect(page.getByRole('button', { name: 'Outline', exact: true }).first()).toBeVisible()
  await expect(page.locator('.dock')).toBeHidden()
})
