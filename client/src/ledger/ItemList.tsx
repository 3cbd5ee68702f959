import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react'
import type { Entry, Group } from './entries.ts'

/** What the page can ask of a list. */
export interface ItemListHandle {
  /** gives the focus to the next or previous row; from nowhere, to the first that is seen */
  move: (step: 1 | -1) => void
}

interface ItemListProps {
  handle: Ref<ItemListHandle>
  entries: readonly Entry[]
  /** how many rows there are, with those that have not come yet */
  count: number
  /** what scrolls */
  sheet: RefObject<HTMLElement | null>
  className: string
  label: string
  /** stays the same while the same is asked for; under it the browser remembers the place */
  list: string
  head: (group: Group) => ReactNode
  row: (entry: Entry & { kind: 'row' }, before: Entry | undefined) => ReactNode
  rowClass: string
  /** called when the end comes near */
  onEnd: () => void
}

const heights = { head: 40, row: 48, gap: 32, more: 160 } as const

/** Rows under headings that stick, of which only those near the view are drawn. */
export function ItemList(props: ItemListProps) {
  const { handle, entries, count, sheet, className, label, list, head, row, rowClass, onEnd } = props
  const container = useRef<HTMLDivElement>(null)
  const [margin, setMargin] = useState(0)
  /** the row that has, or had last, the focus */
  const current = useRef<string | null>(null)

  // oxlint-disable-next-line react/incompatible-library -- nothing that it gives is remembered
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => sheet.current,
    estimateSize: (index) => heights[entries[index]?.kind ?? 'row'],
    getItemKey: (index) => entries[index]?.key ?? index,
    rangeExtractor: (range: Range) => withHead(entries, defaultRangeExtractor(range)),
    scrollMargin: margin,
    overscan: 12,
  })
  const items = virtual.getVirtualItems()

  // oxlint-disable-next-line react-hooks/exhaustive-deps -- whatever stands above may change; it is set only where it is another
  useLayoutEffect(() => {
    const [box, view] = [container.current, sheet.current]
    if (!box || !view) return
    const top = Math.round(box.getBoundingClientRect().top - view.getBoundingClientRect().top + view.scrollTop)
    if (top !== margin) setMargin(top)
  })

  const isNearEnd = items.some(({ index }) => entries[index]?.kind === 'more')
  const loadMore = useEffectEvent(onEnd)
  useEffect(() => {
    if (isNearEnd) loadMore()
  }, [isNearEnd, entries.length])

  useRememberedPlace(sheet, list)
  useEffect(() => {
    const box = container.current
    const remember = ({ target }: FocusEvent) => {
      const key = target instanceof Element ? target.closest('[data-key]')?.getAttribute('data-key') : null
      if (typeof key === 'string') current.current = key
    }
    box?.addEventListener('focusin', remember)
    return () => box?.removeEventListener('focusin', remember)
  }, [])

  const focus = (key: string) => {
    const element = container.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
    const target = element?.querySelector<HTMLElement>('input, a')
    target?.focus({ preventScroll: true })
    return target !== undefined && target !== null
  }
  useImperativeHandle(handle, () => ({
    move(step) {
      const rows = entries.flatMap((entry, index) => (entry.kind === 'row' ? [{ key: entry.key, index }] : []))
      const at = rows.findIndex(({ key }) => key === current.current)
      const top = sheet.current?.scrollTop ?? 0
      const firstSeen = items.find(({ index, start }) => entries[index]?.kind === 'row' && start >= top)?.index
      const next = at < 0 ? (rows.find(({ index }) => index === firstSeen) ?? rows[0]) : rows[at + step]
      if (!next) return
      current.current = next.key
      virtual.scrollToIndex(next.index, { align: 'auto' })
      if (!focus(next.key)) requestAnimationFrame(() => focus(next.key))
      keepInSight(sheet.current, document.activeElement)
    },
  }))

  const [first] = items
  const last = items.at(-1)
  const total = virtual.getTotalSize()
  return (
    <div
      ref={container}
      className={className}
      style={{ blockSize: total, paddingBlockStart: first ? first.start - margin : 0 }}
    >
      {first && last && (
        <Sections
          entries={entries}
          items={items}
          label={label}
          count={count}
          measure={virtual.measureElement}
          head={head}
          row={row}
          rowClass={rowClass}
        />
      )}
    </div>
  )
}

interface SectionsProps extends Pick<ItemListProps, 'entries' | 'head' | 'row' | 'rowClass' | 'label' | 'count'> {
  items: readonly { index: number; start: number; end: number }[]
  measure: (element: Element | null) => void
}

/** A section for each heading that is drawn, its rows in a list. */
function Sections({ entries, items, label, count, measure, head, row, rowClass }: SectionsProps) {
  const sections: { key: string; head: ReactNode; space: number; rows: ReactNode[]; after: ReactNode[] }[] = []
  let end = 0
  for (const { index, start, end: itemEnd } of items) {
    const entry = entries[index]
    const section = sections.at(-1)
    const place = { 'data-index': index, ref: measure }
    switch (entry?.kind) {
      case 'head':
        sections.push({
          key: entry.key,
          space: 0,
          rows: [],
          after: [],
          head: (
            <header key={entry.key} {...place}>
              {head(entry.group)}
            </header>
          ),
        })
        break
      case 'row':
        if (!section) break
        if (section.rows.length === 0) section.space = Math.max(0, start - end)
        section.rows.push(
          <li
            key={entry.key}
            {...place}
            className={rowClass}
            data-key={entry.key}
            aria-posinset={entry.index + 1}
            aria-setsize={count}
          >
            {row(entry, entries[index - 1])}
          </li>,
        )
        break
      case 'gap':
        section?.after.push(<div key={entry.key} {...place} style={{ blockSize: heights.gap }} />)
        break
      case 'more':
        section?.after.push(
          <div key="more" {...place} className="stack more awaited" aria-hidden="true">
            {[72, 58, 66].map((width) => (
              <span key={width} className="bone" style={{ inlineSize: `${width}%` }} />
            ))}
          </div>,
        )
        break
      case undefined:
        break
    }
    end = itemEnd
  }
  return sections.map(({ key, head, space, rows, after }) => (
    <section key={key}>
      {head}
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes lists without signs for none */}
      <ul role="list" aria-label={label} style={space > 0 ? { paddingBlockStart: space } : {}}>
        {rows}
      </ul>
      {after}
    </section>
  ))
}

/** The indexes to draw: with the heading of the first row, which sticks above it. */
function withHead(entries: readonly Entry[], range: number[]): number[] {
  let index = range[0] ?? 0
  if (entries[index]?.kind === 'head' || range.length === 0) return range
  while (index > 0 && entries[index]?.kind !== 'head') index -= 1
  return [index, ...range]
}

/** Above a row that has the focus stand the tabs and a heading. */
function keepInSight(sheet: HTMLElement | null, element: Element | null): void {
  if (!sheet || !element || !sheet.contains(element)) return
  const box = sheet.getBoundingClientRect()
  const { top, bottom } = element.getBoundingClientRect()
  const [from, to] = [box.top + 100, box.bottom - 60]
  if (top < from) sheet.scrollBy(0, top - from)
  else if (bottom > to) sheet.scrollBy(0, bottom - to)
}

/** Goes back to where the list was when the page was left. */
function useRememberedPlace(sheet: RefObject<HTMLElement | null>, list: string): void {
  useLayoutEffect(() => {
    const element = sheet.current
    if (!element) return undefined
    const key = `minutebook:place ${list}`
    element.scrollTo(0, Number(sessionStorage.getItem(key) ?? 0))
    let top = element.scrollTop
    const remember = () => {
      top = element.scrollTop
    }
    element.addEventListener('scroll', remember, { passive: true })
    return () => {
      element.removeEventListener('scroll', remember)
      sessionStorage.setItem(key, String(top))
    }
  }, [sheet, list])
}
