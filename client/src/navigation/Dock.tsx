import { Link } from 'wouter'
import { Icon } from '../ui/Icon.tsx'
import type { MainPage } from './Sidebar.tsx'
import './dock.css'

interface DockProps {
  page: MainPage
  isOpen: boolean
  onNew: () => void
  onMenu: () => void
}

const links = [
  { page: 'notes', href: '/', icon: 'notes', words: 'Notes' },
  { page: 'todos', href: '/todos', icon: 'check-square', words: 'TODOs' },
  { page: 'decisions', href: '/decisions', icon: 'diamond', words: 'Decisions' },
] as const

/** The bottom bar of the lists on small screens. */
export function Dock({ page, isOpen, onNew, onMenu }: DockProps) {
  const link = ({ page: to, href, icon, words }: (typeof links)[number]) => (
    <Link key={to} href={href} aria-current={to === page ? 'page' : undefined}>
      <Icon name={icon} />
      {words}
    </Link>
  )
  return (
    <nav className="dock main" aria-label="Main, small screens">
      {links.slice(0, 2).map(link)}
      <button type="button" className="add" aria-label="New note" onClick={onNew}>
        <Icon name="plus" />
      </button>
      {links.slice(2).map(link)}
      <button type="button" aria-expanded={isOpen} aria-controls="main-navigation" onClick={onMenu}>
        <Icon name="hash" />
        Teams
      </button>
    </nav>
  )
}
