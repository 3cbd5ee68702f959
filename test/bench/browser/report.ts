import { table } from '../table.ts'
import type { Figures, Measured } from './measure.ts'
import { pageNames, type PageName } from './places.ts'

interface Line {
  title: string
  figures: Figures
  key: string
  unit: string
  /** what Minutebook wants to reach */
  atMost?: number
}

const pages: readonly PageName[] = ['floor', 'tiptap', 'blocknote', 'minutebook']

/** The measurements as a Markdown table. */
export function report({ typing, hesitating, opening, large, load }: Measured, isQuick: boolean): string {
  const lines = [
    ...typing.flatMap(({ slowness, pages: figures }) => typingLines(figures, slowness)),
    ...(Object.keys(hesitating).length > 0 ? hesitatingLines(hesitating) : []),
    ...opening.flatMap(({ slowness, pages: figures }) => openingLines(figures, slowness)),
    ...(Object.keys(large).length > 0 ? largeLines(large) : []),
  ]
  const rows = lines.map((line) => [
    line.title,
    ...pages.map((page) => written(line.figures[page]?.[line.key], line.unit)),
    line.atMost === undefined ? '–' : `≤ ${written(line.atMost, line.unit)}`,
    verdict(line),
  ])
  return `## Browser

Chromium, one page after the other; TipTap and BlockNote over @y/websocket-server, Minutebook over its own server. A key is
measured from its event to the message that follows the frame with its letter. Plain text is the same text that the browser
alone edits, while 30 people write elsewhere on the same machine: no editor can take less. Event Timing says the same in
multiples of 8 ms, 16 at least. In Minutebook the meeting goes on: what is being discussed breathes. Scripts are all that was
asked for before the whole note could be edited, with gzip. A note is opened in a tab that the browser has begun before.${isQuick ? ' In a hurry: fewer rounds and keys.' : ''}

${table(['', ...pages.map((page) => pageNames[page]), 'to reach', ''], rows)}

The process of the 30 writers used ${(100 * load.cpuShare).toFixed(0)} % of one core at the most, and its timers ran ${load.delayMs.toFixed(1)} ms late (p99).
`
}

function typingLines(figures: Figures, slowness: number): Line[] {
  const title = (what: string) => `Key to frame, 28,000 characters, 30 writers${slowed(slowness)}: ${what}`
  const line = (key: string, atMost?: number): Line => ({
    title: title(key),
    figures,
    key,
    unit: 'ms',
    ...(slowness === 1 && atMost !== undefined ? { atMost } : {}),
  })
  return [line('p50'), line('p95', 16), line('p99', 33), line('event timing p95')]
}

function hesitatingLines(figures: Figures): Line[] {
  const line = (key: string): Line => ({ title: `The same with two keys a second: ${key}`, figures, key, unit: 'ms' })
  return [line('p50'), line('p95'), line('p99')]
}

function openingLines(figures: Figures, slowness: number): Line[] {
  const time: Line = {
    title: `Opening it with an empty cache${slowed(slowness)}`,
    figures,
    key: 'ms',
    unit: 'ms',
    ...(slowness === 1 ? { atMost: 600 } : {}),
  }
  if (slowness > 1) return [time]
  return [
    time,
    { title: 'The same: scripts', figures, key: 'scriptKb', unit: 'KB', atMost: 300 },
    { title: 'The same: cumulative layout shift', figures, key: 'layoutShift', unit: '', atMost: 0 },
  ]
}

function largeLines(figures: Figures): Line[] {
  return [
    { title: 'A note of 1 MB: opening', figures, key: 'ms', unit: 'ms' },
    { title: 'The same: longest task while scrolling', figures, key: 'longestTask', unit: 'ms' },
    { title: 'The same: frames over 50 ms while scrolling', figures, key: 'slowFrames', unit: '' },
    { title: 'The same: key to frame p50', figures, key: 'p50', unit: 'ms' },
    { title: 'The same: key to frame p95', figures, key: 'p95', unit: 'ms' },
  ]
}

function slowed(slowness: number): string {
  return slowness === 1 ? '' : `, processor ${slowness} × slower`
}

function verdict({ figures, key, atMost }: Line): string {
  const value = figures.minutebook?.[key]
  if (value === undefined || atMost === undefined) return ''
  return value <= atMost ? 'reached' : 'not reached'
}

function written(value: number | undefined, unit: string): string {
  if (value === undefined || Number.isNaN(value)) return '–'
  const digits = unit === '' ? (Number.isInteger(value) ? 0 : 4) : value >= 100 || Number.isInteger(value) ? 0 : 1
  return unit === '' ? value.toFixed(digits) : `${value.toFixed(digits)} ${unit}`
}
