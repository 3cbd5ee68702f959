import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Browser, type Page } from '@playwright/test'
import { person } from './meeting.ts'

/** Everything is looked at in every way: with `STATES=all`, for it takes half an hour. */
export const isAll = process.env['STATES'] === 'all'

/** How a page is looked at: the two themes on a desk, and on a phone. */
const allLooks = [
  { name: 'light, wide', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'dark, wide', colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  { name: 'light, narrow', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'dark, narrow', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const

export type Look = (typeof allLooks)[number]

export const phone: Look = allLooks[3]

/** Those of this run: each theme and each size once, or all four. */
export const looks: readonly Look[] = isAll ? allLooks : [allLooks[0], phone]

/** A browser that looks at pages so. Nothing moves in it: what fades in has no contrast yet. */
export function onlooker(browser: Browser, { colorScheme, viewport }: Look): Promise<Page> {
  const isNarrow = viewport.width < 500
  return person(browser, { colorScheme, viewport, reducedMotion: 'reduce', hasTouch: isNarrow })
}

/** Fails with every rule that the page breaks, and where. @param state what is to be seen, for the message */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .setLegacyMode() // there are no frames: without a second page for what is found in them it takes half as long
    .analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ')
      return `${id} (${help}) at ${target.join(' ')}: ${why}\n    ${html.slice(0, 200)}`
    }),
  )
  expect.soft(found, state).toEqual([])
}
