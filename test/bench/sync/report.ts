import { table } from '../table.ts'
import type { RowMeasured } from './measure.ts'
import type { Figure } from './rows/row.ts'
import { servers, type ServerName } from './servers.ts'

const names = Object.keys(servers).filter((name): name is ServerName => name in servers)

/** The measurements as two Markdown tables. */
export function report(rows: readonly RowMeasured[], isQuick: boolean): string {
  const figures = rows.flatMap((measured) => measured.row.figures.map((figure, index) => line(measured, figure, index)))
  const loads = rows.map(({ row, servers }) => [
    row.name,
    ...names.map((name) => {
      const load = servers[name]?.load
      return load ? `${(100 * load.cpuShare).toFixed(0)} %, ${load.delayMs.toFixed(1)} ms` : '–'
    }),
  ])
  const head = names.map((name) => servers[name].name)
  return `## Sync

Every server is a process of its own, and the people are one more; the servers take turns in each round, and the figures are
medians over the rounds. The relay hands frames on and knows nothing of Yjs: the floor. Lower is better everywhere. Minutebook
sends nothing that is not synced to the disk; no other server here waits for it.${isQuick ? ' In a hurry: one short round each, and 10,000 edits instead of 100,000.' : ''}

${table(['', ...head, 'of the relay', 'of the best peer', 'to reach', ''], figures)}

What the people's process had to do itself at the most: its share of one core, and how late its timers ran (p99). Where it is
far from a whole core, and from the times above, it is not what limits.

${table(['', ...head], loads)}
`
}

function line({ servers }: RowMeasured, figure: Figure, index: number): string[] {
  const value = (name: ServerName) => servers[name]?.values[index]
  const [own, relay] = [value('minutebook'), value('relay')]
  const peers = names.filter((name) => name !== 'minutebook' && name !== 'relay').flatMap((name) => value(name) ?? [])
  const best = peers.length > 0 ? Math.min(...peers) : undefined
  const { atMost, of } = figure.reach
  const reached = { relay: ratio(own, relay), 'best peer': ratio(own, best), itself: own }[of]
  return [
    figure.title,
    ...names.map((name) => written(value(name), figure)),
    times(ratio(own, relay)),
    times(ratio(own, best)),
    of === 'itself' ? `≤ ${written(atMost, figure)}` : `≤ ${atMost} × ${of}`,
    reached === undefined ? '–' : reached <= atMost ? 'reached' : 'not reached',
  ]
}

function ratio(own: number | undefined, other: number | undefined): number | undefined {
  return own === undefined || !other ? undefined : own / other
}

function times(value: number | undefined): string {
  return value === undefined ? '–' : `${value.toFixed(2)} ×`
}

function written(value: number | undefined, { unit }: Figure): string {
  if (value === undefined) return '–'
  const digits = value === 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2
  return unit === '' || unit === 'messages' ? value.toFixed(digits) : `${value.toFixed(digits)} ${unit}`
}
