const dark = '(prefers-color-scheme: dark)'

/** Whether an element is shown light on dark: by the theme that was chosen around it, else by the system's. */
export function isDark(element: Element): boolean {
  const chosen = element.closest<HTMLElement>('[data-theme]')?.dataset['theme']
  return chosen === undefined ? matchMedia(dark).matches : chosen === 'dark'
}

/** Calls `changed` whenever the theme may be another, until the function that it gives back is called. */
export function followTheme(changed: () => void): () => void {
  const system = matchMedia(dark)
  const chosen = new MutationObserver(changed)
  system.addEventListener('change', changed)
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    system.removeEventListener('change', changed)
    chosen.disconnect()
  }
}
