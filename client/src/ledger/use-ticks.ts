import { useCallback, useMemo, useState } from 'react'
import { tickTodo } from '../api/ledger.ts'
import { useToast } from '../ui/Toast.tsx'
import type { Row } from './rows.ts'

interface Tick {
  done: boolean
  isPending: boolean
}

/** Ticks that are shown at once, before the note has them. */
export function useTicks(rows: readonly Row[] | null) {
  const tell = useToast()
  const [ticks, setTicks] = useState<ReadonlyMap<string, Tick>>(new Map())
  const change = useCallback(
    (id: string, tick: Tick | null) =>
      setTicks((before) => {
        const after = new Map(before)
        if (tick) after.set(id, tick)
        else after.delete(id)
        return after
      }),
    [],
  )
  const tick = async ({ item }: Row, done: boolean) => {
    change(item.id, { done, isPending: true })
    const answer = await tickTodo(item.id, done)
    change(item.id, answer.ok ? { done, isPending: false } : null)
    if (answer.ok) return
    const { code, message } = answer.refusal
    const why = code === 'unreachable' ? "The server doesn't answer, so nothing was changed. Try again." : message
    tell({ isError: true, text: `“${shortened(item.text)}” could not be ${done ? 'ticked' : 'opened'}. ${why}` })
  }
  /** What is known of these rows now holds. */
  const forget = useCallback(
    (ids: ReadonlySet<string>) =>
      setTicks((before) => new Map([...before].filter(([id, { isPending }]) => isPending || !ids.has(id)))),
    [],
  )
  const shown = useMemo(
    () =>
      ticks.size === 0
        ? rows
        : (rows?.map((row) => {
            const mine = ticks.get(row.item.id)
            return mine && 'done' in row.item ? { ...row, item: { ...row.item, done: mine.done } } : row
          }) ?? null),
    [rows, ticks],
  )
  return { rows: shown, tick, forget }
}

function shortened(text: string): string {
  const [line = ''] = text.split('\n')
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line
}
