import { useEffect, useState, type RefObject } from 'react'

/** Headings this far below the top of the sheet count as reached, in pixels. */
const reachedPx = 120

/** The headings of the note that a sheet shows, in the order of its outline. */
export function headingsIn(sheet: HTMLElement): Element[] {
  return [...sheet.querySelectorAll('.prose :is(h1, h2, h3, h4, h5, h6)')]
}

/** The index of the heading under which the reader is, -1 before the first. @param count headings in the outline */
export function useCurrentHeading(sheet: RefObject<HTMLElement | null>, count: number): number {
  const [current, setCurrent] = useState(-1)
  useEffect(() => {
    const element = sheet.current
    if (!element) return undefined
    let frame = 0
    let headings: Element[] = []
    const measure = () => {
      frame = 0
      if (count === 0) return setCurrent(-1)
      const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 4 && element.scrollTop > 0
      if (isAtEnd) return setCurrent(count - 1)
      const line = element.getBoundingClientRect().top + reachedPx
      // they are looked for again only where the text was drawn anew
      let below = headings.length === count ? firstBelow(headings, line) : null
      below ??= firstBelow((headings = headingsIn(element)), line) ?? 0
      setCurrent(below - 1)
    }
    const soon = () => {
      frame ||= requestAnimationFrame(measure)
    }
    soon()
    element.addEventListener('scroll', soon, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      element.removeEventListener('scroll', soon)
    }
  }, [sheet, count])
  return current
}

/** How many headings begin above a line of the window. null where one of those looked at is no longer on the page. */
function firstBelow(headings: readonly Element[], line: number): number | null {
  let [low, high] = [0, headings.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const heading = headings[middle]
    if (!heading?.isConnected) return null
    if (heading.getBoundingClientRect().top > line) high = middle
    else low = middle + 1
  }
  return low
}
