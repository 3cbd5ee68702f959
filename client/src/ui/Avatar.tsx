interface AvatarProps {
  name: string
  initials: string
  color: string
  /** The person is here now: the circle is solid. */
  isHere?: boolean
  size?: 'small' | 'large'
}

/** A person's initials in their color. */
export function Avatar({ name, initials, color, isHere = false, size }: AvatarProps) {
  return (
    <span
      className={size ? `avatar ${size}` : 'avatar'}
      style={{ '--person': color }}
      title={isHere ? `${name} · here now` : name}
      data-online={isHere ? '' : undefined}
    >
      {initials}
    </span>
  )
}
