import type { Browser } from '@playwright/test'
import { median } from '../median.ts'
import type { Load } from '../sync/load/meter.ts'
import {
  measureLarge,
  measureOpening,
  measureTyping,
  type Large,
  type Opening,
  type Pace,
  type Typing,
} from './measures.ts'
import { noteOf } from './note-text.ts'
import type { PageName, Stage } from './places.ts'

/** What one page took, over all rounds. */
export type Figures = Partial<Record<PageName, Record<string, number>>>

export interface Measured {
  /** how much slower the processor was made */
  typing: { slowness: number; pages: Figures }[]
  /** of somebody who thinks between the keys */
  hesitating: Figures
  opening: { slowness: number; pages: Figures }[]
  large: Figures
  /** the most that the others' process had to do itself */
  load: Load
}

const meetingCharacters = 28_000
const largeCharacters = 900_000
/** About two keys a second. */
const hesitant: Pace = [430, 630]
const writing: readonly PageName[] = ['floor', 'tiptap', 'blocknote', 'minutebook']
const opened: readonly PageName[] = ['tiptap', 'blocknote', 'minutebook']

/** Measures everything; the pages take turns in each round. */
export async function measureAll(
  browser: Browser,
  stage: Stage,
  { quick, only, page }: { quick: boolean; only: readonly string[]; page: readonly string[] },
): Promise<Measured> {
  const chosen = (pages: readonly PageName[]) => pages.filter((name) => page.includes(name))
  const measured: Measured = { typing: [], hesitating: {}, opening: [], large: {}, load: { cpuShare: 0, delayMs: 0 } }
  for (const slowness of [1, 4]) {
    if (only.includes('opening')) {
      const runs = await inTurns(chosen(opened), quick ? 3 : 7, (page, note) => openOnce(page, note, slowness))
      measured.opening.push({ slowness, pages: mapped(runs, openingFigures) })
    }
    if (only.includes('typing')) {
      const runs = await inTurns(chosen(writing), quick ? 1 : 2, (page, note) => typeOnce(page, note, slowness))
      measured.typing.push({ slowness, pages: mapped(runs, typingFigures) })
    }
  }
  if (only.includes('typing')) {
    const runs = await inTurns(chosen(writing), quick ? 1 : 2, (page, note) => typeOnce(page, note, 1, hesitant))
    measured.hesitating = mapped(runs, typingFigures)
  }
  if (only.includes('large')) {
    const runs = await inTurns(chosen(opened), quick ? 1 : 2, (page, note) => largeOnce(page, note))
    measured.large = mapped(runs, largeFigures)
  }
  return measured

  async function typeOnce(page: PageName, note: string, slowness: number, pace?: Pace): Promise<Typing> {
    const place = await stage.note(page, note, noteOf(meetingCharacters))
    const typed = await measureTyping(browser, place, stage.writers, {
      slowness,
      keys: quick ? 80 : 200,
      others: 30,
      ...(pace ? { pace } : {}),
    })
    measured.load = {
      cpuShare: Math.max(measured.load.cpuShare, typed.load?.cpuShare ?? 0),
      delayMs: Math.max(measured.load.delayMs, typed.load?.delayMs ?? 0),
    }
    tell(page, `typing${pace ? ' with thought' : ''}, ${slowness}×`, typingFigures([typed]))
    return typed
  }

  async function openOnce(page: PageName, note: string, slowness: number): Promise<Opening> {
    const opening = await measureOpening(browser, await stage.note(page, note, noteOf(meetingCharacters)), slowness)
    tell(page, `opening, ${slowness}×`, openingFigures([opening]))
    return opening
  }

  async function largeOnce(page: PageName, note: string): Promise<Large> {
    const large = await measureLarge(browser, await stage.note(page, note, noteOf(largeCharacters)), quick ? 20 : 60)
    tell(page, '1 MB', largeFigures([large]))
    return large
  }
}

let notes = 0

async function inTurns<Run>(
  pages: readonly PageName[],
  rounds: number,
  run: (page: PageName, note: string) => Promise<Run>,
): Promise<Partial<Record<PageName, Run[]>>> {
  const runs: Partial<Record<PageName, Run[]>> = {}
  for (let round = 0; round < rounds; round += 1) {
    for (const page of pages) (runs[page] ??= []).push(await run(page, `note-${(notes += 1)}`))
  }
  return runs
}

function typingFigures(runs: readonly Typing[]): Record<string, number> {
  const keys = runs.flatMap((run) => run.keys)
  const events = runs.flatMap((run) => run.events)
  return {
    p50: quantile(keys, 0.5),
    p95: quantile(keys, 0.95),
    p99: quantile(keys, 0.99),
    'event timing p95': quantile(events, 0.95),
    keys: keys.length,
  }
}

function openingFigures(runs: readonly Opening[]): Record<string, number> {
  return {
    ms: median(runs.map(({ ms }) => ms)),
    scriptKb: median(runs.map(({ scriptBytes }) => scriptBytes)) / 1_000,
    layoutShift: Math.max(...runs.map(({ layoutShift }) => layoutShift)),
  }
}

function largeFigures(runs: readonly Large[]): Record<string, number> {
  const keys = runs.flatMap((run) => run.keys)
  return {
    ms: median(runs.map(({ ms }) => ms)),
    longestTask: Math.max(...runs.map(({ longestTask }) => longestTask)),
    slowFrames: Math.max(...runs.map(({ slowFrames }) => slowFrames)),
    p50: quantile(keys, 0.5),
    p95: quantile(keys, 0.95),
  }
}

/** What so large a share (0 to 1) of the values does not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

function mapped<Run>(
  runs: Partial<Record<PageName, Run[]>>,
  figures: (runs: readonly Run[]) => Record<string, number>,
): Figures {
  return Object.fromEntries(Object.entries(runs).map(([page, all]) => [page, figures(all)]))
}

function tell(page: PageName, what: string, figures: Record<string, number>): void {
  const values = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(1)}`)
  console.error(`${page}, ${what}: ${values.join(', ')}`)
}
