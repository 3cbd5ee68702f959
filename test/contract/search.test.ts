import { SearchList } from '@minutebook/shared/api'
import { expect, test } from 'vitest'
import { startForAll } from './client.ts'

const { client } = await startForAll()

const file = `---
title: Search contract
teams: [searchers]
participants: [ȘtefanJ]
---

# Plans

We go to the Observatoire in spring.

## TODOs

- [ ] @stefanj book the observatoire
`

const search = (query: string) => client.json(`GET /api/search?${query}`, 200, SearchList)

test('[A140] a search gives notes with the places that say it, marked, and where they stand in the Markdown', async () => {
  const id = await client.note(file)
  const { hits, nextCursor } = await search('query=observatoire&team=searchers')
  expect(nextCursor).toBeNull()
  expect(hits).toMatchObject([
    {
      note: { id, title: 'Search contract', present: [], openTodos: 1 },
      snippets: [
        { kind: 'todo', heading: 'TODOs', place: { words: 'observatoire' } },
        {
          kind: 'text',
          text: 'We go to the Observatoire in spring.',
          marks: [[13, 25]],
          heading: 'Plans',
          place: { words: 'Observatoire in spring.' },
        },
      ],
    },
  ])
  expect(hits[0]?.note).not.toHaveProperty('frontMatter')
  const lines = (await (await client.ask(`GET /api/notes/${id}/markdown`)).text()).split('\n')
  for (const { place } of hits[0]?.snippets ?? []) {
    expect(lines[(place?.lines[0] ?? 0) - 1]).toContain(place?.words)
  }
  const person = await search('query=STEFANJ&team=searchers')
  expect(person.hits[0]?.snippets).toContainEqual(
    expect.objectContaining({ kind: 'person', text: 'ȘtefanJ', place: null }),
  )
})

test('[A141] limit and cursor lead through the hits; wrong ones are refused', async () => {
  for (const name of ['a', 'b', 'c']) await client.note(`---\ntitle: Paged ${name}\nteams: [paged]\n---\n\nxylophone\n`)
  const ids: string[] = []
  let cursor = ''
  do {
    const page = await search(`query=xylophone&limit=2${cursor}`)
    ids.push(...page.hits.map(({ note }) => note.id))
    cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`
  } while (cursor !== '')
  expect(new Set(ids).size).toBe(3)
  expect(ids).toHaveLength(3)
  expect(await client.refused('GET /api/search?query=a&cursor=x', 400, 'invalid_request')).toContain('`cursor`')
  expect(await client.refused('GET /api/search?query=a&limit=51', 400, 'invalid_request')).toContain('`limit`')
})

test('[A142] no query is refused', async () => {
  for (const query of ['', 'query=', 'query=%22', 'query=?!*', 'query=%00', `query=${'w'.repeat(5000)}`]) {
    expect(await search(query)).toEqual({ hits: [], nextCursor: null })
  }
})
