import { memo, useEffect, useRef, useState } from 'react'

interface SourceLinesProps {
  lines: readonly string[]
  /** how many lines stand above these */
  above: number
  /** first and last marked line of these, from 1; 0 where none is */
  from: number
  to: number
  /** the file is so long that lines far from what is seen are left out */
  isLong: boolean
}

/** Some lines of the source, drawn where they can be seen soon; elsewhere a gap of their height. */
export const SourceLines = memo(function SourceLines({ lines, above, from, to, isLong }: SourceLinesProps) {
  const box = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  const [height, setHeight] = useState(`${lines.length * 1.5}em`)
  useEffect(() => {
    const element = box.current
    if (!element || !isLong) return undefined
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        if (!entry.isIntersecting && element.childElementCount > 0) setHeight(`${entry.boundingClientRect.height}px`)
        setNear(entry.isIntersecting)
      },
      { root: element.closest('.end'), rootMargin: '600px 0px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [isLong])
  const isDrawn = !isLong || isNear || from > 0
  return (
    <div ref={box} style={isDrawn ? undefined : { blockSize: height }}>
      {isDrawn && (
        <div data-above={above} style={{ counterReset: `line ${above}` }}>
          {lines.map((line, index) => (
            <div
              // eslint-disable-next-line react/no-array-index-key -- a line is its place in the chunk
              key={index}
              className="line"
              aria-current={from <= index + 1 && index + 1 <= to ? 'location' : undefined}
            >
              {line}
            </div>
          ))}
        </div>
      )}
    </div>
  )
})

/** The number of a line that is drawn, from 1. */
export function lineNumber(line: Element): number {
  const all = line.parentElement
  return Number(all?.dataset['above'] ?? 0) + [...(all?.children ?? [])].indexOf(line) + 1
}
