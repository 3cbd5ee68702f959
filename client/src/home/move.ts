import { useEffect, useLayoutEffect, useRef } from 'react'

/** Moves the focus to the next or previous note of a list; from nowhere, to its first. */
export function moveToRow(list: HTMLElement | null, step: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLElement>('.now-card h2 a, .note-row a, .hits a') ?? [])]
  const at = links.findIndex((link) => link === document.activeElement)
  const next = links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))]
  next?.focus()
}

/** The note of a list whose row has the focus, else its first; null where it has none. */
export function noteOfRow(list: HTMLElement | null): string | null {
  const rows = [...(list?.querySelectorAll<HTMLElement>('.now-card, .note-row') ?? [])]
  const row = rows.find((each) => each.contains(document.activeElement)) ?? rows[0]
  return row?.querySelector('a')?.getAttribute('href')?.replace('/n/', '') ?? null
}

/** Leaves the focus at its note where that is drawn elsewhere, as when a second meeting makes a series of it. [N264] */
export function useFocusOfRow(): void {
  const held = useRef<string | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    const note = ({ target }: Event) => {
      held.current = target instanceof HTMLElement ? selectorOf(target) : null
    }
    for (const name of ['focusin', 'pointerdown']) addEventListener(name, note, { signal: leaving.signal })
    return () => leaving.abort()
  }, [])
  useLayoutEffect(() => {
    if (held.current === null || document.activeElement !== document.body) return
    document.querySelector<HTMLElement>(held.current)?.focus({ preventScroll: true })
  })
}

/** What finds the link of a row, or its button, again; null elsewhere. */
function selectorOf(element: HTMLElement): string | null {
  const href = element.closest('.now-card, .note-row')?.querySelector('a')?.getAttribute('href')
  if (href === null || href === undefined) return null
  return `:is(.now-card, .note-row):has(a[href="${CSS.escape(href)}"]) ${element.matches('button') ? 'button' : 'a'}`
}
