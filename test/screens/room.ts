import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { caretAtEnd, introduce, person, saved, visit } from '../e2e/meeting.ts'
import { makeNotes, type Notes } from './notes.ts'

/** The meeting of today as it is being held. */
export interface Room {
  notes: Notes
  /** what the browser of somebody remembers who is called Amira */
  memory: Exclude<BrowserContextOptions['storageState'], string | undefined>
  close: () => Promise<void>
}

/** Makes the notes, and has three people hold the meeting of today, each at a line. */
export async function holdMeeting(browser: Browser, url: string): Promise<Room> {
  const notes = await makeNotes(url)
  const pages: Page[] = []
  for (const [name, line] of [
    ['JanaW', 'What the forum is for'],
    ['TomasB', 'Smaller steps in smaller'],
    ['Yuki', 'Meetup in Utrecht'],
  ] as const) {
    // what moves for ever would take the time of the machine
    const page = await person(browser, { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    await visit(page, `${url}/n/${notes.current}`, name)
    await caretAtEnd(page, line)
    pages.push(page)
  }
  const [first] = pages
  if (!first) throw new Error('nobody came')
  for (const name of ['Start', 'Next', 'Next', 'Next', 'Next'])
    await first.getByRole('button', { name: new RegExp(`^${name}: `) }).click()
  await caretAtEnd(first, 'What the forum is for')
  await saved(first)

  const newcomer = await person(browser, { reducedMotion: 'reduce' })
  await newcomer.goto(`${url}/n/${notes.current}`)
  await introduce(newcomer, 'Amira')
  await saved(newcomer)
  const memory = await newcomer.context().storageState()
  await newcomer.context().close()
  return {
    notes,
    memory,
    close: async () => {
      for (const page of pages) await page.context().close()
    },
  }
}
