import { useEffect } from 'react'
import { useStored } from './use-stored.ts'

export type Theme = 'system' | 'light' | 'dark'

const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }

/** The theme of the page, remembered, and how to go on to the next. public/theme.js applies it before the first paint. */
export function useTheme(): [theme: Theme, toggle: () => void] {
  const [stored, store] = useStored('theme')
  const theme: Theme = stored === 'light' || stored === 'dark' ? stored : 'system'
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }, [theme])
  return [theme, () => store(next[theme] === 'system' ? null : next[theme])]
}
