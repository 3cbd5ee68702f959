import {
  Calendar,
  DecisionList,
  Items,
  LedgerGroups,
  LedgerTotals,
  NewCalendar,
  NotesChanged,
  TodoList,
} from '@minutebook/shared/api'
import { expect, test } from 'vitest'
import { startServer } from '../server.ts'
import { createClient, startForAll } from './client.ts'
import { addParagraph } from './planning.ts'

const { client, server } = await startForAll()

const note = (team: string, items: string) =>
  `---\ntitle: Call of ${team}\ndatetime: 2024-03-06\nteams:\n- ${team}\nparticipants:\n- Ann Bell\n- ȘtefanJ\n---\n\n## TODOs and Decisions\n\n${items}`

const items = `AB: Send the plan by March 8.

SJ: =HYPERLINK("http://evil","x")

Decision: Ship it, soon.
`

test('[A50, A52, A53] lists as tables', async () => {
  const id = await client.note(note('csv-team', items))
  const answer = await client.ask('GET /api/todos.csv?team=csv-team&group=owner')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="todos-\d{4}-\d\d-\d\d\.csv"$/)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
  const [head, first, second, ...rest] = text.split('\r\n')
  expect(head).toBe('\uFEFFState,TODO,Owners,Due,Meeting,Date,Section,Open since,Carried,Link')
  expect(first).toMatch(/^open,Send the plan\.?,Ann Bell,2024-03-08,Call of csv-team,2024-03-06,TODOs and Decisions,/)
  expect(first).toContain(`${server.url}/n/${id}#item=`)
  expect(second).toContain(`,"'=HYPERLINK(""http://evil"",""x"")",ȘtefanJ,`)
  expect(rest).toEqual([''])
  const decisions = await (await client.ask('GET /api/decisions.csv?team=csv-team')).text()
  expect(decisions).toContain('"Ship it, soon."')
  await client.refused('GET /api/todos.csv?state=maybe', 400, 'invalid_request')
})

test('[A50, A51] lists as Markdown', async () => {
  await client.note(note('md-team', items))
  const answer = await client.ask('GET /api/todos.md?team=md-team&group=owner')
  expect(answer.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8')
  const text = await answer.text()
  expect(text).toMatch(/^# TODOs\n\n## Ann Bell\n\n- \[ \] Send the plan.* \(due 2024-03-08; \[Call of md-team/)
  expect(text).toContain('\n## ȘtefanJ\n')
  expect(await (await client.ask('GET /api/decisions.md?team=md-team')).text()).toContain('- Ship it, soon. ([in')
})

test('[A147] decisions that stand, as pages, files and counts', async () => {
  const id = await client.note(
    note('standing-team', 'Decision: ~~We sail on Mondays.~~\n\nDecision: We sail on Fridays.\n'),
  )
  const ask = async (query: string) => {
    const { decisions } = await client.json(`GET /api/decisions?team=standing-team${query}`, 200, DecisionList)
    return decisions.map(({ text, struck }) => [text, struck])
  }
  const [monday, friday] = [
    ['~~We sail on Mondays.~~', true],
    ['We sail on Fridays.', undefined],
  ]
  expect(await ask('')).toEqual([monday, friday])
  expect(await ask('&standing=0')).toEqual([monday, friday])
  expect(await ask('&standing=1')).toEqual([friday])
  expect(await ask('&standing=1&query=monday')).toEqual([])
  for (const type of ['csv', 'md']) {
    const path = `GET /api/decisions.${type}?team=standing-team`
    expect(await (await client.ask(path)).text()).toMatch(/Mondays[^]*Fridays/)
    expect(await (await client.ask(`${path}&standing=1`)).text()).not.toContain('Mondays')
  }
  const path = 'GET /api/ledger/groups?kind=decision&team=standing-team'
  expect((await client.json(path, 200, LedgerGroups)).count).toBe(2)
  expect((await client.json(`${path}&standing=1`, 200, LedgerGroups)).count).toBe(1)
  const items = await client.json(`GET /api/notes/${id}/items`, 200, Items)
  expect(items.decisions.map(({ struck }) => struck)).toEqual([true, undefined])
  await client.refused('GET /api/decisions?standing=maybe', 400, 'invalid_request')
})

test('[A50] a list of many pages is one file', async () => {
  const many = Array.from({ length: 450 }, (_, index) => `AB: Task ${index + 1}.\n`).join('\n')
  await client.note(note('many-team', many))
  const text = await (await client.ask('GET /api/todos.md?team=many-team')).text()
  expect(text.match(/^- \[ \] Task/gm)).toHaveLength(450)
})

test('[A54] counts, owners and teams', async () => {
  await client.note(note('count-team', items))
  const groups = await client.json('GET /api/ledger/groups?team=count-team&group=owner', 200, LedgerGroups)
  const [key] = [expect.any(String)]
  expect(groups).toEqual({
    count: 2,
    groups: [
      { key, name: 'Ann Bell', count: 1, open: 1 },
      { key, name: 'ȘtefanJ', count: 1, open: 1 },
    ],
  })
  const decisions = await client.json('GET /api/ledger/groups?kind=decision&team=count-team', 200, LedgerGroups)
  expect(decisions.count).toBe(1)
  const totals = await client.json('GET /api/ledger', 200, LedgerTotals)
  expect(totals.openTodos).toBeGreaterThanOrEqual(2)
  expect(totals.owners.map(({ name }) => name)).toContain('ȘtefanJ')
  expect(totals.teams).toContainEqual({ name: 'count-team', open: 2, decisions: 1 })
})

test('[A55, A56, A57, A58] due dates at a secret link, which a new one stops', async () => {
  const owner = 'Ann%20Bell'
  await client.note(note('calendar-team', items))
  expect(await client.json(`GET /api/calendars/${owner}`, 200, Calendar)).toEqual({
    owner: 'Ann Bell',
    createdAt: null,
  })
  const first = await client.json(`POST /api/calendars/${owner}`, 201, NewCalendar)
  expect(first.url).toMatch(new RegExp(`^${server.url}/api/calendar/[\\w-]{22}\\.ics$`))
  const known = await client.json(`GET /api/calendars/ann%20bell`, 200, Calendar)
  expect(known.createdAt).toBe(first.createdAt)
  expect(JSON.stringify(known)).not.toContain(first.url)

  const answer = await client.ask(`GET ${path(first.url)}`)
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  const file = await answer.text()
  expect(file).toContain('SUMMARY:Send the plan')
  expect(file).toContain('DTSTART;VALUE=DATE:20240308\r\n')
  expect(file).not.toMatch(/VTODO|[^\r]\n/)
  expect(file).toBe(await (await client.ask(`GET ${path(first.url)}`)).text())
  const headers = { 'If-None-Match': answer.headers.get('ETag') ?? '' }
  expect((await client.ask(`GET ${path(first.url)}`, { headers })).status).toBe(304)

  const second = await client.json(`POST /api/calendars/${owner}`, 201, NewCalendar)
  await client.refused(`GET ${path(first.url)}`, 404, 'calendar_not_found')
  expect((await client.ask(`GET ${path(second.url)}`)).status).toBe(200)
  expect((await client.ask(`DELETE /api/calendars/${owner}`)).status).toBe(204)
  await client.refused(`GET ${path(second.url)}`, 404, 'calendar_not_found')
  await client.refused('GET /api/calendar/..%2f.ics', 404, 'calendar_not_found')
  await client.refused(`POST /api/calendars/${owner}`, 403, 'wrong_origin', {
    headers: { Origin: 'https://evil.test' },
  })
})

test('[A58] a link is there after a restart, and neither the store nor the log tells it', async () => {
  const one = await startServer({ env: { LOG_LEVEL: 'debug' } })
  const asked = createClient(one)
  const { url } = await asked.json('POST /api/calendars/Ann', 201, NewCalendar)
  const secret = /calendar\/([\w-]+)\.ics$/.exec(url)?.[1] ?? '?'
  await asked.ask(`GET ${new URL(url).pathname}`)
  await one.stop('SIGKILL')
  expect(JSON.stringify(one.logs)).toContain('/api/calendar/…')
  expect(JSON.stringify(one.logs)).not.toContain(secret)
  const { readFileSync, readdirSync } = await import('node:fs')
  for (const file of readdirSync(one.dataDir))
    expect(readFileSync(`${one.dataDir}/${file}`).includes(secret)).toBe(false)
  const again = await startServer({ dataDir: one.dataDir })
  expect((await fetch(`${again.url}${new URL(url).pathname}`)).status).toBe(200)
  await again.dispose()
})

test('[L96, L98, L99] a list, its counts, its files and its filter have the same groups', async () => {
  const participants = 'Mihnea Pop\n- Maria Popa\n- Răzvan Deaconescu'
  const head = note('agree-team', '').replace('Ann Bell\n- ȘtefanJ', participants)
  await client.note(`${head}RD/MP: Paint it.\n\nRăzvan Deaconescu: Send it.\n\nMP: Ask.\n\nQQ: Wait.\n`)
  const second = note('agree-team', '').replace('Ann Bell\n- ȘtefanJ', 'RăzvanD')
  await client.note(`${second}RD: Sweep it, by March 8.\n`)
  const ask = (query: string) =>
    client.json(`GET /api/todos?team=agree-team&group=owner&places=1${query}`, 200, TodoList)
  const groups = () => client.json('GET /api/ledger/groups?team=agree-team&group=owner', 200, LedgerGroups)
  await expect
    .poll(async () => (await groups()).groups.map(({ name, open }) => `${name} ${open}`))
    .toEqual(['MP 2', 'QQ 1', 'Răzvan Deaconescu 3'])
  expect((await groups()).count).toBe(5)
  for (const { key, name, open } of (await groups()).groups) {
    const owner = `&owner=${encodeURIComponent(key)}`
    const { places, owners } = await ask(owner)
    expect([places?.length, Object.values(owners ?? {})[0]?.name]).toEqual([open, name])
    const table = await (await client.ask(`GET /api/todos.csv?team=agree-team${owner}`)).text()
    expect(table.split('\r\n')).toHaveLength(open + 2)
  }
  const mp = (await groups()).groups[0]?.key ?? ''
  expect((await ask('')).owners?.[mp]?.unsure).toEqual({
    label: 'MP',
    team: 'agree-team',
    candidates: [
      { id: 'agree-team:mihneapop', name: 'Mihnea Pop' },
      { id: 'agree-team:mariapopa', name: 'Maria Popa' },
    ],
  })
  const text = await (await client.ask('GET /api/todos.md?team=agree-team&group=owner')).text()
  expect(text).toMatch(/## MP\n\n- \[ \] Paint it\. \(Răzvan Deaconescu;.*\n- \[ \] Ask\./)
  expect(text.match(/Paint it/g)).toHaveLength(2)
  const table = await (await client.ask('GET /api/todos.csv?team=agree-team&group=owner')).text()
  expect(table.match(/Paint it/g)).toHaveLength(1)
  const { url } = await client.json('POST /api/calendars/RD', 201, NewCalendar)
  expect(await (await client.ask(`GET ${path(url)}`)).text()).toContain('SUMMARY:Sweep it')
})

test('[A63] where rows stand', async () => {
  const id = await client.note(note('place-team', items))
  const ask = (query: string) => client.json(`GET /api/todos?team=place-team${query}`, 200, TodoList)
  expect(await ask('')).not.toHaveProperty('places')
  const { places = [], notes, groups, owners, todos } = await ask('&places=1&group=owner')
  const [ann = '', stefan = ''] = places.map(({ group }) => group)
  expect([notes, groups]).toEqual([
    { [id]: { title: 'Call of place-team', day: '2024-03-06' } },
    { [ann]: 'Ann Bell', [stefan]: 'ȘtefanJ' },
  ])
  expect(owners?.[ann]).toMatchObject({ key: ann, person: { initials: 'AB' }, unsure: null })
  expect(todos.map(({ people }) => people?.[0]?.group)).toEqual([ann, stefan])
  expect((await ask('&places=1')).groups).toEqual({ [id]: 'Call of place-team' })
})

const path = (url: string) => new URL(url).pathname

/** Listens to events; gives the next one of a kind, and what ends it. */
async function listen(url: string, headers: Record<string, string> = {}) {
  const abort = new AbortController()
  const answer = await fetch(`${url}/api/events`, { headers, signal: abort.signal })
  const reader = answer.body?.getReader()
  if (!reader) throw new Error('there is no stream')
  let text = ''
  const next = async (...names: string[]) => {
    for (;;) {
      const found = new RegExp(`event: (${names.join('|')})\\ndata: (.*)\\nid: (.*)\\n\\n`).exec(text)
      if (found) {
        text = text.slice(found.index + found[0].length)
        return { name: found[1], notes: NotesChanged.parse(JSON.parse(found[2] ?? '')).notes, id: found[3] ?? '' }
      }
      const { done, value } = await reader.read()
      if (done) return null
      text += new TextDecoder().decode(value)
    }
  }
  return { answer, next, abort: () => abort.abort() }
}

test('[A60] what somebody types is told within a second, and what is ticked at once', async () => {
  const id = await client.note(note('event-team', items))
  const page = await listen(server.url)
  expect(page.answer.headers.get('Content-Type')).toContain('text/event-stream')
  await page.next('beat')
  const editor = await client.open(id)
  const began = performance.now()
  addParagraph(editor.doc, 'AB: Typed by somebody.')
  expect(await page.next('changed')).toMatchObject({ notes: [id] })
  expect(performance.now() - began).toBeLessThan(1000)
  const { todos } = await client.json(`GET /api/todos?note=${id}`, 200, TodoList)
  const [todo] = todos
  const tick = client.ask(`PATCH /api/todos/${todo?.id}`, {
    body: '{"done":true}',
    headers: { 'Content-Type': 'application/json' },
  })
  expect(await page.next('changed')).toMatchObject({ notes: [id] })
  await tick
  page.abort()
  editor.close()
})

test('[A61] who comes back is told what changed meanwhile', async () => {
  const page = await listen(server.url)
  const before = await page.next('beat')
  page.abort()
  const id = await client.note(note('back-team', items))
  await client.json(`GET /api/todos?note=${id}`, 200, TodoList)
  const back = await listen(server.url, { 'Last-Event-ID': before?.id ?? '' })
  expect((await back.next('changed'))?.notes).toContain(id)
  back.abort()
  const stranger = await listen(server.url, { 'Last-Event-ID': 'other.1' })
  expect(await stranger.next('all', 'beat', 'changed')).toMatchObject({ name: 'all' })
  stranger.abort()
})

test('[A62] who goes leaves nothing behind, and stopping ends them all', async () => {
  const own = await startServer()
  const readers = async () =>
    /minutebook_event_readers (\d+)/.exec(await (await fetch(`${own.url}/metrics`)).text())?.[1]
  const [page, other] = [await listen(own.url), await listen(own.url)]
  await Promise.all([page.next('beat'), other.next('beat')])
  expect(await readers()).toBe('2')
  other.abort()
  await expect.poll(readers).toBe('1')
  expect((await fetch(`${own.url}/api/events`, { method: 'HEAD' })).status).toBe(200)
  expect(await readers()).toBe('1')
  const stopped = own.stop()
  expect(await page.next('never')).toBeNull()
  expect(await stopped).toBe(0)
  await own.dispose()
})
