const shownMs = 2400

/** Lets a line of the note light up for a moment; without motion where somebody wants none. */
export function lightUp(line: Element): void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  const color = getComputedStyle(line).getPropertyValue('--accent-soft')
  const lit = { backgroundColor: color, boxShadow: `0 0 0 4px ${color}` }
  line.animate([lit, { ...lit, offset: 0.7 }, isStill ? lit : {}], { duration: shownMs, id: 'light-up' })
}
