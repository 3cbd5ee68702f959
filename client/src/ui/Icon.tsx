import { shapes, type IconName } from './icon-shapes.tsx'

/** An icon beside words that say the same, so it is hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      {shapes[name]}
    </svg>
  )
}

/** The sign of Minutebook: a minute's tick in a ring. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2.1" aria-hidden="true">
      <circle cx="12" cy="12" r="9.25" />
      <path d="M7.6 11.3l3.5 3.7 5.9-7.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
