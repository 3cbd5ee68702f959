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
