import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-shapes.tsx'

interface EmptyProps {
  icon: IconName
  title: string
  text: string
  /** what can be done about it */
  children?: ReactNode
  /** alone on the page, so its title is the page's */
  isWhole?: boolean
}

/** Nothing is here, and why. */
export function Empty({ icon, title, text, children, isWhole = false }: EmptyProps) {
  const Heading = isWhole ? 'h1' : 'h2'
  return (
    <div className={isWhole ? 'empty whole' : 'empty'}>
      <Icon name={icon} />
      <Heading>{title}</Heading>
      <p>{text}</p>
      {children !== undefined && <div>{children}</div>}
    </div>
  )
}
