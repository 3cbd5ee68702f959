/** Moves the focus to the next or previous note of a list; from nowhere, to its first. */
export function moveToRow(list: HTMLElement | null, step: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLElement>('.now-card h2 a, .note-row a') ?? [])]
  const at = links.findIndex((link) => link === document.activeElement)
  const next = links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))]
  next?.focus()
}
