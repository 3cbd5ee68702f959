import './skeleton.css'

/** Lines where words will be: they have their room at once, and are seen once waiting has taken 200 ms. @param widths of the lines, in percent; the first is a title */
export function Skeleton({
  label,
  widths,
  className,
}: {
  label: string
  widths: readonly number[]
  className: string
}) {
  return (
    <div className={`${className} stack awaited`} aria-busy="true">
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
