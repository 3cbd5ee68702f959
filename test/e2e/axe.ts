import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Browser, type Page } from '@playwright/test'
import { person } from './meeting.ts'

/** How a page is looked at: the two themes on a desk, and on a phone. */
export const looks = [
  { name: 'light, wide', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'dark, wide', colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  { name: 'light, narrow', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'dark, narrow', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const

export type Look = (typeof looks)[number]

/** A browser that looks at pages so. Nothing moves in it: what fades in has no contrast yet. */
export function onlooker(browser: Browser, { colorScheme, viewport }: Look): Promise<Page> {
  const isNarrow = viewport.width < 500
  return person(browser, { colorScheme, viewport, reducedMotion: 'reduce', hasTouch: isNarrow })
}

/** Fails with every rule that the page breaks, and where. @param state what is to be seen, for the message */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ')
      return `${id} (${help}) at ${target.join(' ')}: ${why}\n    ${html.slice(0, 200)}`
    }),
  )
  expect.soft(found, state).toEqual([])
}
