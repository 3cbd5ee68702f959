import { readMarkdown, blocksOf } from '@minutebook/shared/note'
import type { DatabaseSync } from 'node:sqlite'
import { beforeEach, expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { openFile } from '../store/database.ts'
import { BadCursor, type Hit, type Ledger } from './ledger.ts'
import { createSqliteLedger } from './sqlite.ts'

let database: DatabaseSync
let ledger: Ledger
let upTo = 0

beforeEach(() => {
  database = openFile(':memory:')
  ledger = createSqliteLedger(database, systemClock)
})

/** Puts in a note that is a file. */
async function put(
  id: string,
  title: string,
  body: string,
  { meetsAt = '2024-03-06T12:00:00.000Z', people = [''] } = {},
) {
  const file = `---\ntitle: ${title}\nparticipants: [${people.join(', ')}]\n---\n\n${body}\n`
  upTo += 1
  const note = {
    id,
    title,
    datetime: meetsAt,
    teams: id === 'core' ? ['Core'] : [],
    participants: people,
    openTodos: 0,
    decisions: 0,
    updatedAt: meetsAt,
    frontMatter: {},
  }
  const blocks = blocksOf(readMarkdown(file))
  await ledger.put({
    note,
    meetsAt,
    blocks,
    todos: [],
    decisions: [],
    names: { teams: note.teams, participants: people, rows: [], labels: [] },
    upTo,
  })
}

const search = async (query: string, more: { limit?: number; cursor?: string; team?: string } = {}) =>
  ledger.search({ query, limit: 10, ...more })
const found = async (query: string) => (await search(query)).rows.map(({ note }) => note.id)
/** The snippets of a hit, what is marked in brackets. */
const shown = ({ snippets }: Hit) =>
  snippets.map(({ text, marks }) =>
    marks.reduceRight<string>(
      (all, [from, to]) => `${all.slice(0, from)}[${all.slice(from, to)}]${all.slice(to)}`,
      text,
    ),
  )
const many = (word: string) => Array.from({ length: 80 }, () => word).join(' ')
const rows = () => database.prepare('SELECT row, text, line FROM ledger_blocks ORDER BY place').all()
const first = async (query: string): Promise<Hit> => {
  const hit = (await search(query)).rows[0]
  if (!hit) throw new Error(`nothing for ${query}`)
  return hit
}

test('[L82] what is in a title comes before an item, a name and the rest of the text', async () => {
  await put('text', 'One', 'We talk about the harvest.', { meetsAt: '2024-06-01T00:00:00.000Z' })
  await put('person', 'Two', 'Nothing.', { people: ['Harvest Moon'] })
  await put('item', 'Three', '## TODOs\n\n- [ ] @ann plan the harvest with everybody who has time for it')
  await put('title', 'Harvest', 'Nothing.', { meetsAt: '2020-01-01T00:00:00.000Z' })
  for (let other = 0; other < 20; other += 1) await put(`o${other}`, 'Other', 'Words that fill a note up.')
  expect(await found('harvest')).toEqual(['title', 'item', 'person', 'text'])
})

test('[L82] among equals the newer meeting comes first, and where more is said of it before where less is', async () => {
  await put('old', 'Old', 'The harvest is near.', { meetsAt: '2023-01-01T00:00:00.000Z' })
  await put('new', 'New', 'The harvest is far.', { meetsAt: '2024-01-01T00:00:00.000Z' })
  await put('more', 'More', ['harvest a', 'harvest b', 'harvest c', 'harvest d', 'harvest e'].join('\n\n'), {
    meetsAt: '2022-01-01T00:00:00.000Z',
  })
  for (let other = 0; other < 20; other += 1) await put(`o${other}`, 'Other', 'Words that fill a note up.')
  expect(await found('harvest')).toEqual(['more', 'new', 'old'])
})

test('[L81] a note is found that holds all words, in whatever pieces, each perhaps only begun', async () => {
  await put('a', 'Planning', 'The hackathon is in Zagreb.\n\nȘtefan books a room.', { people: ['RăzvanD'] })
  await put('b', 'Planning', 'The hackathon is in Paris.')
  expect(await found('zagr hack')).toEqual(['a'])
  expect(await found('STEFAN planning razvan')).toEqual(['a'])
  expect(await found('hackathon')).toHaveLength(2)
  expect(await found('in-zagreb')).toEqual(['a'])
  expect(await found('zagreb-in')).toEqual([])
})

test('[L83] a note comes with at most three places, marked, those first that say the most', async () => {
  await put(
    'a',
    'Plans for the hackathon',
    'The hackathon grows.\n\n## TODOs\n\nAB: Book a room for the hackathon\n\nThe hackathon in Zagreb\n\nMore of the hackathon',
  )
  expect(shown(await first('hackathon'))).toEqual([
    'Plans for the [hackathon]',
    'AB: Book a room for the [hackathon]',
    'The [hackathon] grows.',
  ])
  expect(shown(await first('hack zagreb'))[0]).toBe('The [hack]athon in [Zagreb]')
  const { snippets } = await first('zagreb')
  expect(snippets).toMatchObject([{ kind: 'text', heading: 'TODOs', place: { lines: [12, 12], words: 'Zagreb' } }])
})

test('[L84] of a long piece the part around the first mark is shown, in whole words', async () => {
  await put('a', 'Long', `${many('before')} needle ${many('after')}`)
  const { snippets } = await first('needle')
  const [snippet] = snippets
  expect(snippet?.text).toMatch(/^…before .*before needle after .*after…$/)
  expect(snippet?.text.length).toBeLessThan(210)
  const [from = 0, to = 0] = snippet?.marks[0] ?? []
  expect(snippet?.text.slice(from, to)).toBe('needle')
  await put('b', 'Long', `${'会'.repeat(300)}議${'会'.repeat(300)}`)
  expect(shown(await first('議'))[0]).toMatch(/^…会{60}\[議\]会+…$/)
})

test('[L85] words of scripts that write without blanks are found inside a line and marked', async () => {
  await put('a', '週次', '次の会議は東京で')
  expect(shown(await first('会議'))).toEqual(['次の[会議]は東京で'])
  expect(await found('東京 会議')).toEqual(['a'])
  expect(await found('京東')).toEqual([])
})

test('[L86] no query is an error: without letters it finds nothing, and of a very long one the beginning counts', async () => {
  await put('a', 'Words', 'Something')
  for (const query of ['', ' ', '?!', '"', '*', '"*"', '-', '()', '\u0000']) expect(await found(query)).toEqual([])
  expect(await found(`words AND something`)).toEqual([])
  expect(await found(`some${' '.repeat(400)}nothing`)).toEqual(['a'])
  expect(await found('x'.repeat(10_000))).toEqual([])
  expect(await found('w '.repeat(5_000))).toEqual(['a'])
})

test('[L87] a note that changes is found by what it says now, and only what changed is indexed again', async () => {
  await put('a', 'Plans', 'One\n\nTwo\n\nTwo\n\nThree')
  const before = rows()
  await put('a', 'Plans', 'New\n\nOne\n\nTwo\n\nThree')
  const after = rows()
  expect(after.map(({ text, line }) => [text, line])).toEqual([
    ['Plans', null],
    ['New', 6],
    ['One', 8],
    ['Two', 10],
    ['Three', 12],
  ])
  const rowOf = (list: typeof before, text: string) => list.find((row) => row['text'] === text)?.['row']
  for (const text of ['Plans', 'One', 'Two', 'Three']) expect(rowOf(after, text)).toBe(rowOf(before, text))
  await put('a', 'Plans', 'New\n\nOne\n\nThree')
  expect(await found('two')).toEqual([])
  expect((await first('three')).snippets[0]?.place?.lines).toEqual([10, 10])
  await ledger.remove('a')
  expect(rows()).toEqual([])
  expect(await found('three')).toEqual([])
})

test('[L88] following the cursors gives every note once; another cursor is refused', async () => {
  for (let index = 0; index < 7; index += 1) await put(`n${index}`, 'Same title', 'Same words')
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await search('same', { limit: 3, ...(cursor === undefined ? {} : { cursor }) })
    ids.push(...page.rows.map(({ note }) => note.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  expect(ids.toSorted()).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6'])
  await expect(search('same', { cursor: 'bogus' })).rejects.toThrow(BadCursor)
})

test('[L89] a team narrows the search', async () => {
  await put('core', 'Plans', 'The hackathon')
  await put('other', 'Plans', 'The hackathon')
  expect((await search('hackathon', { team: 'CORE' })).rows.map(({ note }) => note.id)).toEqual(['core'])
})

test('[L106, L82, L88] of a word that everybody writes, the notes come by where they say it, each once', async () => {
  const talk = Array.from({ length: 60 }, (_, line) => `Somebody said the word ${line}.`).join('\n\n')
  for (let number = 0; number < 30; number += 1) {
    await put(`talk${number}`, `Call ${number}`, talk, {
      meetsAt: new Date(Date.UTC(2024, 2, 1 + number)).toISOString(),
    })
  }
  await put('title', 'The harvest', 'Nothing.', { meetsAt: '2020-01-01T00:00:00.000Z' })
  await put('item', 'Plan', '## TODOs\n\n- [ ] @ann plan the harvest', { meetsAt: '2020-01-01T00:00:00.000Z' })
  const all: string[] = []
  for (let cursor: string | undefined, page = 0; page === 0 || cursor !== undefined; page += 1) {
    const { rows: hits, nextCursor } = await search('the', cursor === undefined ? {} : { cursor })
    all.push(...hits.map(({ note }) => note.id))
    cursor = nextCursor ?? undefined
  }
  expect(all).toHaveLength(32)
  expect(new Set(all).size).toBe(32)
  expect(all.slice(0, 3)).toEqual(['title', 'item', 'talk29'])
  expect(await found('the harvest')).toEqual(['title', 'item'])
  expect(shown(await first('the'))).toEqual(['[The] harvest'])
  expect((await search('the word 7', { limit: 1 })).rows[0]?.snippets[0]?.text).toBe('Somebody said the word 7.')
})
