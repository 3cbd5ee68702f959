import { useStored } from './use-stored.ts'

export type Theme = 'system' | 'light' | 'dark'

const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }

/** The theme of the page, remembered, and how to choose one or go on to the next. */
export function useTheme(): [theme: Theme, toggle: () => void, choose: (theme: Theme) => void] {
  const [stored, store] = useStored('theme')
  const theme = themeOf(stored)
  const choose = (chosen: Theme) => store(chosen === 'system' ? null : chosen)
  return [theme, () => choose(next[theme]), choose]
}

/** The theme that is remembered. */
export function themeOf(stored: string | null): Theme {
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}
