import type { Page } from '@playwright/test'
import { editor, makeNote, saved } from '../e2e/meeting.ts'
import type { Notes } from './notes.ts'

/** Where something is looked at: on a desk, a tablet or a phone. */
export type Size = 'desk' | 'tablet' | 'phone'

/** What a scene is played with. */
export interface Stage {
  /** an empty page of somebody who has said their name */
  page: Page
  url: string
  notes: Notes
  size: Size
  isPhone: boolean
  /** Opens a note and waits until it is connected. @param id the meeting of today without */
  open: (id?: string) => Promise<void>
}

/** One state of one page. */
export interface Scene {
  /** the file's name without size and theme */
  name: string
  /** on a desk and on a phone without */
  sizes?: readonly Size[]
  /** Leads to what is to be seen. */
  show: (stage: Stage) => Promise<unknown>
}

/** The stage for one scene. @param page empty, of somebody who has said their name */
export function stageFor(page: Page, url: string, notes: Notes, size: Size): Stage {
  return {
    page,
    url,
    notes,
    size,
    isPhone: size === 'phone',
    open: async (id = notes.current) => {
      await page.goto(`${url}/n/${id}`)
      await saved(page)
      await editor(page).waitFor()
    },
  }
}

/** Whether a scene is shown on a desk, a tablet or a phone. */
export const isFor = ({ sizes = ['desk', 'phone'] }: Scene, size: Size): boolean => sizes.includes(size)

/** A note with the words of the meeting of today, for what changes the note. */
export async function copyOf({ url, notes }: Stage): Promise<string> {
  const text = await (await fetch(`${url}/api/notes/${notes.current}/markdown`)).text()
  return makeNote(url, text.replace('- core\n', '- harbor\n').replace('Lighthouse Weekly', 'Harbor talk'))
}
