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
    const measure = () => {
      frame = 0
      if (count === 0) return setCurrent(-1)
      const headings = headingsIn(element)
      const line = element.getBoundingClientRect().top + reachedPx
      const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 4 && element.scrollTop > 0
      const reached = isAtEnd ? headings.length : headings.findIndex((each) => each.getBoundingClientRect().top > line)
      setCurrent((reached < 0 ? headings.length : reached) - 1)
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
