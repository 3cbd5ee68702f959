import { Link } from 'wouter'
import { Icon } from '../ui/Icon.tsx'

interface HomeDockProps {
  isOpen: boolean
  onNew: () => void
  onMenu: () => void
}

/** The bottom bar of small screens. */
export function HomeDock({ isOpen, onNew, onMenu }: HomeDockProps) {
  return (
    <nav className="dock of-three" aria-label="Main, small screens">
      <Link href="/" aria-current="page">
        <Icon name="notes" />
        Notes
      </Link>
      <button type="button" className="add" aria-label="New note" onClick={onNew}>
        <Icon name="plus" />
      </button>
      <button type="button" aria-expanded={isOpen} aria-controls="main-navigation" onClick={onMenu}>
        <Icon name="hash" />
        Teams
      </button>
    </nav>
  )
}
