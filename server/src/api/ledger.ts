import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { LedgerGroups, LedgerGroupsQuery, LedgerTotals } from '@minutebook/shared/api'
import { fold } from '../ledger/words.ts'
import { json, refusing } from './answers.ts'
import { filtersOf, whoIs } from './lists.ts'
import { visible, type RouteParts } from './parts.ts'

const totals = createRoute({
  method: 'get',
  path: '/api/ledger',
  summary: 'What is counted over all notes, and the owners and teams that lists can be narrowed to',
  responses: { 200: json('The counts.', LedgerTotals), ...refusing() },
})

const groups = createRoute({
  method: 'get',
  path: '/api/ledger/groups',
  summary: 'How many TODOs or decisions the filters leave, by owner or meeting',
  request: { query: LedgerGroupsQuery },
  responses: { 200: json('The counts.', LedgerGroups), ...refusing('invalid_request') },
})

/** Counts of the lists; of notes that whoever asks may see. [A54] */
export function mountLedger(app: OpenAPIHono, parts: RouteParts): void {
  app.openapi(totals, async (c) => {
    await parts.people.roster()
    const facets = await parts.ledger.facets()
    const notes = await visible(parts, facets.notes, ({ id }) => id)
    const ids = new Set(notes.map(({ id }) => id))
    const owners = new Map<string, LedgerTotals['owners'][number]>()
    for (const { noteId, owner, open } of facets.owners) {
      if (!ids.has(noteId)) continue
      const known = owners.get(owner.key)
      if (known) known.open += open
      else owners.set(owner.key, { ...whoIs(parts, owner), open })
    }
    const teams = new Map<string, LedgerTotals['teams'][number]>()
    for (const note of notes) {
      for (const name of note.teams) {
        const key = fold(name.trim())
        const team = teams.get(key) ?? { name, open: 0, decisions: 0 }
        teams.set(key, team)
        team.open += note.openTodos
        team.decisions += note.decisions
      }
    }
    return c.json(
      {
        openTodos: sum(notes.map(({ openTodos }) => openTodos)),
        todos: sum(notes.map(({ todos }) => todos)),
        decisions: sum(notes.map(({ decisions }) => decisions)),
        owners: byKey(owners),
        teams: byKey(teams),
      },
      200,
    )
  })

  app.openapi(groups, async (c) => {
    const { kind, ...filter } = c.req.valid('query')
    const filters = await filtersOf(parts, filter)
    const counts = await visible(parts, await parts.ledger.counts(filters, kind), ({ noteId }) => noteId)
    const found = new Map<string, LedgerGroups['groups'][number]>()
    for (const { group, count, open } of counts) {
      const known = found.get(group.key) ?? { ...group, count: 0, open: 0 }
      found.set(group.key, known)
      known.count += count
      known.open += open
    }
    return c.json({ count: sum(counts.map(({ firsts }) => firsts)), groups: byKey(found) }, 200)
  })
}

function byKey<Row>(rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows].sort(([a], [b]) => a.localeCompare(b)).map(([, row]) => row)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
