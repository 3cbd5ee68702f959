import { useEffect, useState } from 'react'

const patienceMs = 200

/** Lines where words will be, once waiting has taken 200 ms. @param widths of the lines, in percent; the first is a title */
export function Skeleton({
  label,
  widths,
  className,
}: {
  label: string
  widths: readonly number[]
  className: string
}) {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return null
  return (
    <div className={`${className} stack`} aria-busy="true">
      <output className="sr">{label}</output>
      {widths.map((width, index) => (
        <span
          key={width}
          className="bone"
          style={
            index === 0
              ? { inlineSize: `${width}%`, blockSize: '2rem', marginBlockEnd: 'var(--s4)' }
              : { inlineSize: `${width}%` }
          }
        />
      ))}
    </div>
  )
}
