import { Icon } from './Icon.tsx'
import { useTheme } from './theme.ts'

const icons = { system: 'contrast', light: 'sun', dark: 'moon' } as const

/** Goes through system, light and dark. */
export function ThemeButton({ className = '' }: { className?: string }) {
  const [theme, toggle] = useTheme()
  return (
    <button
      type="button"
      className={`btn quiet small square ${className}`}
      aria-label={`Theme: ${theme}`}
      title={`Theme: ${theme}`}
      onClick={toggle}
    >
      <Icon name={icons[theme]} />
    </button>
  )
}
