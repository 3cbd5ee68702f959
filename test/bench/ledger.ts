import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import type { Todo, TodoList } from '@minutebook/shared/api'
import { browserFlags, ensureBrowser } from '../browser.ts'
import { startServer } from '../server.ts'
import { filePeers, likePeer } from './ledger/peers.ts'
import { makeNotes, type MadeNote } from './ledger/notes.ts'
import { table } from './table.ts'

/** Answers for each figure, and visits of the page. */
const asked = 60
const visits = 7
const atOnce = 8

/**
 * `pnpm bench ledger [--notes N]`: so many notes (1,000) of ten items each: how quickly they come in, how long a change takes
 * until the lists have it, how long lists and searches take over HTTP, and a page until its first row, beside the same
 * notes as files and the same rows in plain SQLite. The client must be built.
 */
export async function benchLedger(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({ args: [...args], options: { notes: { type: 'string', default: '1000' } } })
  const count = Number(values.notes)
  if (!(count > 0)) throw new Error(`--notes takes a number of notes, not ${values.notes}`)
  const notes = makeNotes(count)
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-ledger-'))
  const server = await startServer()
  try {
    const came = await bringIn(server.url, notes)
    const todos = await allTodos(server.url)
    const lists = [
      ...(await changes(server.url, todos)),
      ...(await answers(server.url)),
      ...(await searches(server.url, [...filePeers(folder, notes), likePeer(todos)])),
      ...(await noteSearches(server.url)),
      ...(await pages(server.url)),
    ]
    const said = `${count} notes with ${todos.length} TODOs and ${count} decisions.`
    return [said, '', ...came, '', table(['', 'p50 ms', 'p95 ms'], lists)].join('\n')
  } finally {
    await server.dispose()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Imports the notes, several at once, and lets the lists catch up. */
async function bringIn(url: string, notes: readonly MadeNote[]): Promise<string[]> {
  const waiting = [...notes]
  const began = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let note = waiting.shift(); note; note = waiting.shift()) {
        const headers = { 'Content-Type': 'text/markdown' }
        const { status } = await fetch(`${url}/api/notes`, { method: 'POST', headers, body: note.markdown })
        if (status !== 201) throw new Error(`a note was answered with ${status}`)
      }
    }),
  )
  const imported = performance.now()
  const left = await waitingForLists(url)
  await patch(url, 'nothing', true) // what is looked for in vain is looked for in everything that waits
  const indexed = performance.now()
  if ((await waitingForLists(url)) > 0) throw new Error('the lists lack notes')
  const rate = (notes.length / (imported - began)) * 1000
  return [
    `Imported over HTTP, ${atOnce} at once, each durable: ${rate.toFixed(0)} notes a second.`,
    left === 0
      ? 'The lists had all of them when the last one was in.'
      : `Read into the lists when asked for: ${((indexed - imported) / left).toFixed(1)} ms a note (${left} of them waited).`,
  ]
}

async function waitingForLists(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return Number(/^minutebook_index_waiting (\d+)/m.exec(metrics)?.[1])
}

function patch(url: string, id: string, done: boolean): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' }
  return fetch(`${url}/api/todos/${id}`, { method: 'PATCH', headers, body: JSON.stringify({ done }) })
}

async function allTodos(url: string): Promise<Todo[]> {
  const all: Todo[] = []
  for (let cursor = ''; ;) {
    const answer = await fetch(`${url}/api/todos?state=all&limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`)
    const { todos, nextCursor } = (await answer.json()) as TodoList
    all.push(...todos)
    if (nextCursor === null) return all
    cursor = nextCursor
  }
}

/** Ticks TODOs of many notes: durable, in the note, in the lists. */
async function changes(url: string, todos: readonly Todo[]): Promise<string[][]> {
  const step = Math.max(1, Math.floor(todos.length / asked))
  const chosen = Array.from({ length: asked }, (_, index) => todos[index * step]).filter((todo) => todo !== undefined)
  const tick = async (todo: Todo) => {
    const { status } = await patch(url, todo.id, !todo.done)
    if (status !== 200) throw new Error(`a tick was answered with ${status}`)
  }
  return [row('a tick of a note that nobody has open: durable, and in the lists', await timed(chosen, tick))]
}

const lists = {
  'open TODOs by owner, 100 with their places': 'todos?group=owner&places=1&limit=100',
  'open TODOs by meeting, 100': 'todos?limit=100',
  'all TODOs by owner, 100': 'todos?state=all&group=owner&limit=100',
  'of one owner': 'todos?owner=Ana%20Hugoson&group=owner&limit=100',
  'of two teams': 'todos?team=docs&team=release&group=owner&limit=100',
  overdue: 'todos?due=2026-01-01&group=owner&limit=100',
  'counts by owner': 'ledger/groups?group=owner',
  'all counts, owners and teams': 'ledger',
  'decisions, 100': 'decisions?limit=100',
  'everything as CSV': 'todos.csv?state=all',
} as const

async function answers(url: string): Promise<string[][]> {
  const rows: string[][] = []
  for (const [name, path] of Object.entries(lists)) {
    rows.push(row(`list: ${name}`, await timed(Array.from({ length: asked }), () => read(`${url}/api/${path}`))))
  }
  const deep = await fetch(`${url}/api/todos?group=owner&limit=200`)
  let { nextCursor: cursor } = (await deep.json()) as TodoList
  for (let page = 0; page < 20 && cursor !== null; page += 1) {
    const next = (await (await fetch(`${url}/api/todos?group=owner&limit=200&cursor=${cursor}`)).json()) as TodoList
    cursor = next.nextCursor ?? cursor
  }
  const path = `${url}/api/todos?group=owner&limit=100&cursor=${cursor}`
  rows.push(row('list: 100 after the first 4,000', await timed(Array.from({ length: asked }), () => read(path))))
  return rows
}

async function searches(
  url: string,
  peers: readonly { name: string; find: (word: string) => number }[],
): Promise<string[][]> {
  const path = `${url}/api/todos?query=zanzibar&limit=200`
  const { todos } = (await (await fetch(path)).json()) as TodoList
  const rows = [
    row('search: a rare word in open TODOs', await timed(Array.from({ length: asked }), () => read(path))),
    row(
      'search: three beginnings of words',
      await timed(Array.from({ length: asked }), () => read(`${url}/api/todos?query=rel%20pub%20hug&limit=200`)),
    ),
    row(
      'search: a rare word in decisions',
      await timed(Array.from({ length: asked }), () => read(`${url}/api/decisions?query=budget%207&limit=200`)),
    ),
  ]
  for (const { name, find } of peers) {
    const found = find('zanzibar')
    if (Math.abs(found - todos.length) > asked) throw new Error(`${name} found ${found} of ${todos.length}`)
    rows.push(
      row(`the same rare word: ${name}`, await timed(Array.from({ length: asked }), async () => void find('zanzibar'))),
    )
  }
  return rows
}

const noteQueries = {
  'a rare word': 'zanzibar',
  'a word of every note': 'the',
  'one letter': 't',
  'two words of every note': 'the release',
} as const

/** The search of whole notes, 20 with what they say; and of open TODOs by the same words. */
async function noteSearches(url: string): Promise<string[][]> {
  const rows: string[][] = []
  const ask = (path: string) => timed(Array.from({ length: asked }), () => read(`${url}/api/${path}`))
  for (const [name, query] of Object.entries(noteQueries)) {
    const words = encodeURIComponent(query)
    rows.push(row(`search in notes: ${name}`, await ask(`search?query=${words}`)))
    rows.push(row(`search in open TODOs: ${name}`, await ask(`todos?query=${words}&group=owner&places=1&limit=100`)))
    rows.push(row(`counts of that search: ${name}`, await ask(`ledger/groups?query=${words}&group=owner`)))
  }
  return rows
}

/** Opens the page in new browsers: until its first row, and a whole list scrolled through. */
async function pages(url: string): Promise<string[][]> {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags })
  const first: number[] = []
  const again: number[] = []
  const filtered: number[] = []
  try {
    for (let run = 0; run < visits; run += 1) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
      const page = await context.newPage()
      await page.addInitScript(() => {
        new MutationObserver((_changes, observer) => {
          if (!document.querySelector('[data-key]')) return
          observer.disconnect()
          requestAnimationFrame(() => performance.mark('row'))
        }).observe(document, { childList: true, subtree: true })
      })
      const shown = async () => {
        await page.waitForFunction(() => performance.getEntriesByName('row').length > 0)
        return page.evaluate(() => performance.getEntriesByName('row')[0]?.startTime ?? NaN)
      }
      await page.goto(`${url}/todos`)
      first.push(await shown())
      await page.reload()
      again.push(await shown())
      const began = performance.now()
      await page.getByRole('searchbox').fill('zanzibar')
      await page.locator('[data-key]', { hasNotText: 'zanzibar' }).first().waitFor({ state: 'detached' })
      filtered.push(performance.now() - began)
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return [
    row('the page in Chromium, first visit: until its first row', first),
    row('the page in Chromium, again: until its first row', again),
    row('typed into its search: until the list is narrowed (200 ms of it wait for more letters)', filtered),
  ]
}

async function read(url: string): Promise<void> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  await answer.arrayBuffer()
}

/** Milliseconds for each. */
async function timed<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<number[]> {
  const times: number[] = []
  for (const one of all) {
    const began = performance.now()
    await run(one)
    times.push(performance.now() - began)
  }
  return times
}

function row(name: string, times: readonly number[]): string[] {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN).toFixed(1)
  return [name, at(0.5), at(0.95)]
}
