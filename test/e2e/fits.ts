import { expect, type Page } from '@playwright/test'

/** Fails where something is wider than the page, or floats outside of what is seen. @param state what is to be seen */
export async function expectFits(page: Page, state: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const problems: string[] = []
    for (const element of document.querySelectorAll('html, .sheet, .start, .end, dialog, dialog > div')) {
      if (!element.checkVisibility() || element.scrollWidth <= element.clientWidth + 1) continue
      const edge = element.getBoundingClientRect().right
      const over = [...element.querySelectorAll('*')].filter(
        (inner) =>
          inner.getBoundingClientRect().right > edge + 1 &&
          !inner.closest('pre, table, .source-lines, .tabs, .segments, .filters, .sr'),
      )
      problems.push([element, ...over].map(({ tagName, className }) => `${tagName}.${className}`).join(' '))
    }
    for (const element of document.querySelectorAll('dialog[open], .float, .menu, .pill, .find-bar, .toast')) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      const { left, top, right, bottom, width } = element.getBoundingClientRect()
      const isOut = left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1
      if (width > 0 && isOut)
        problems.push(`${element.className} at ${[left, top, right, bottom].map(Math.round).join(' ')}`)
    }
    return problems
  })
  expect.soft(wide, state).toEqual([])
}

/** Goes on with Tab for a while. Fails where what has the focus is not seen, or not seen to have it. */
export async function expectFocusSeen(page: Page, state: string, steps = 20): Promise<void> {
  const problems = new Set<string>()
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab')
    const problem = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body || element.matches('[contenteditable], main')) return null
      const words = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 24)
      const name = `${element.tagName}.${element.className} "${words}"`
      const box = element.getBoundingClientRect()
      const points = [0.5, 0.1, 0.9].flatMap((across) =>
        [0.5, 0.15, 0.85].map((down) => [box.left + box.width * across, box.top + box.height * down] as const),
      )
      const owner = element.closest('label, .field, .segments > *') ?? element
      const isHit = points.some(([x, y]) => {
        const hit = document.elementFromPoint(x, y)
        return hit !== null && (owner.contains(hit) || hit.contains(element))
      })
      if (!isHit) return `${name} is covered or out of sight`
      const isMarked = [element, element.parentElement, element.closest('.field, label')].some((each) => {
        if (!each) return false
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each)
        const isForced = matchMedia('(forced-colors: active)').matches
        return (
          (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) ||
          (!isForced && each.matches('.field') && boxShadow !== 'none')
        )
      })
      return isMarked || element.matches('[role=menuitem]') ? null : `${name} does not show that it has the focus`
    })
    if (problem !== null) problems.add(problem)
  }
  expect.soft([...problems], state).toEqual([])
}
