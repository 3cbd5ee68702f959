const regions = ['.bar', '.start', '.sheet', '.end']
const focusable =
  'a[href], button:not([disabled], [tabindex="-1"]), input:not([disabled], [tabindex="-1"]), [tabindex="0"]'

/** Moves the focus to the next region that is shown: bar, outline or navigation, sheet, panel. */
export function focusNextRegion(step: 1 | -1): void {
  const shown = regions
    .map((selector) => document.querySelector<HTMLElement>(selector))
    .filter((region) => region !== null)
    .filter((region) => region.checkVisibility() && !region.inert)
  const at = shown.findIndex((region) => region.contains(document.activeElement))
  const next = shown[(at + step + shown.length) % shown.length]
  if (!next) return
  const inside = [
    ...next.querySelectorAll<HTMLElement>('.ProseMirror'),
    ...next.querySelectorAll<HTMLElement>(focusable),
  ]
  const target = inside.find((element) => element.checkVisibility({ visibilityProperty: true })) ?? next
  target.focus()
}
