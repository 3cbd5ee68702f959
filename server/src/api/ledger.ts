import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { LedgerGroups, LedgerGroupsQuery, LedgerTotals } from '@minutebook/shared/api'
import { fold } from '../ledger/words.ts'
import { json, refusing } from './answers.ts'
import { decisionFiltersOf, filtersOf, whoIs } from './lists.ts'
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
    const { notes, owners } = await parts.ledger.facets(await hiddenNotes(parts))
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
        owners: sorted(owners, ({ owner }) => owner.key).map(({ owner, open }) => ({ ...whoIs(parts, owner), open })),
        teams: sorted([...teams], ([key]) => key).map(([, team]) => team),
      },
      200,
    )
  })

  app.openapi(groups, async (c) => {
    const { kind, standing, ...filter } = c.req.valid('query')
    const filters = await (kind === 'todo'
      ? filtersOf(parts, filter)
      : decisionFiltersOf(parts, { ...filter, standing }))
    const counts = await parts.ledger.counts(filters, kind, await hiddenNotes(parts))
    const groups = sorted(counts, ({ group }) => group.key).map(({ group, count, open }) => ({ ...group, count, open }))
    return c.json({ count: sum(counts.map(({ firsts }) => firsts)), groups }, 200)
  })
}

/** The notes that whoever asks may not see. */
async function hiddenNotes(parts: RouteParts): Promise<string[]> {
  const all = await parts.ledger.noteIds()
  const seen = new Set(await visible(parts, all, (id) => id))
  return all.filter((id) => !seen.has(id))
}

function sorted<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  return rows.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
