// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { typesOf, writeNote } from '@minutebook/shared/doc'
import { readMarkdown } from '@minutebook/shared/note'
import { Absence, asleepMs, leastAwayMs } from './absence.ts'
import { allUnits, unitsOf, unitsSince } from './changed.ts'
import { lastVisit, rememberVisit } from './last-visit.ts'

const markdown = '## Agenda\n\n- one\n- two\n\nTalk\n\n| a | b |\n| - | - |\n| 1 | 2 |\n'

function open(): Y.Doc {
  const doc = new Y.Doc()
  writeNote(doc, readMarkdown(markdown))
  return doc
}

/** What one person sees as changed when another makes an edit. */
function seen(edit: (body: Y.XmlFragment) => void): { live: string[]; since: string[] } {
  const doc = open()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const { body } = typesOf(doc)
  const before = Y.decodeStateVector(Y.encodeStateVector(doc))
  const live = new Set<Y.XmlElement>()
  body.observeDeep((events) => {
    for (const unit of unitsOf(body, events)) live.add(unit)
  })
  edit(typesOf(other).body)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  const since = new Set(unitsSince(body, before))
  const paths = (units: ReadonlySet<Y.XmlElement>) =>
    allUnits(body)
      .filter(({ unit }) => units.has(unit))
      .map(({ path }) => path.join('.'))
  return { live: paths(live), since: paths(since) }
}

const at = (body: Y.XmlFragment, ...path: number[]) =>
  path.reduce<unknown>((parent, index) => (parent as Y.XmlElement).get(index), body)

describe('what counts as a change', () => {
  test('[N155] words, in a block or in an item of a list', () => {
    const both = { live: ['1.1', '2'], since: ['1.1', '2'] }
    expect(
      seen((body) => {
        ;(at(body, 1, 1, 0, 0) as Y.XmlText).insert(3, '!')
        ;(at(body, 2, 0) as Y.XmlText).insert(0, 'All ')
      }),
    ).toEqual(both)
  })

  test('[N155] new blocks and items, each of a new list; a table as a whole', () => {
    const found = seen((body) => {
      const list = new Y.XmlElement('bulletList')
      list.insert(0, [new Y.XmlElement('listItem'), new Y.XmlElement('listItem')])
      body.insert(4, [new Y.XmlElement('paragraph'), list])
      ;(at(body, 1) as Y.XmlElement).insert(2, [new Y.XmlElement('listItem')])
      ;(at(body, 3, 1, 0, 0) as Y.XmlText).insert(0, 'x')
    })
    expect(found.live).toEqual(['1.2', '3', '4', '5.0', '5.1'])
    expect(found.since).toEqual(found.live)
  })

  test('[N155] a tick, and no name that the program gives', () => {
    expect(seen((body) => (at(body, 2) as Y.XmlElement).setAttribute('done', 'T'))).toEqual({
      live: ['2'],
      since: ['2'],
    })
    expect(seen((body) => (at(body, 2) as Y.XmlElement).setAttribute('id', 'x'))).toEqual({ live: [], since: [] })
  })

  test('[N155] words that went, while the note is open', () => {
    expect(seen((body) => (at(body, 2, 0) as Y.XmlText).delete(0, 2)).live).toEqual(['2'])
    expect(seen((body) => body.delete(2, 1)).live).toEqual([])
  })
})

describe('who was away', () => {
  test('[N156] is told after a minute in which nobody looked or nothing came, not before', () => {
    const absence = new Absence(0)
    expect(absence.take(false, 1000)).toBe(true)
    absence.take(true, 1000 + leastAwayMs - 1)
    expect(absence.end(1000 + leastAwayMs - 1)).toBe(false)
    absence.take(false, 100_000)
    expect(absence.since).toBe(100_000)
    absence.take(true, 100_000 + leastAwayMs)
    expect(absence.end(100_000 + leastAwayMs)).toBe(true)
    expect(absence.since).toBe(null)
  })

  test('[N156] also when the device slept', () => {
    const absence = new Absence(0)
    expect(absence.beat(10_000)).toBe(false)
    expect(absence.beat(10_000 + asleepMs + 1)).toBe(true)
    expect(absence.since).toBe(10_000)
  })
})

describe('the last visit', () => {
  beforeEach(() => localStorage.clear())

  test('[N157] what others wrote since then is new, in this browser', () => {
    const doc = open()
    expect(lastVisit('a')).toBe(null)
    rememberVisit('a', doc)
    const before = lastVisit('a')
    expect(before).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)))
    expect(unitsSince(typesOf(doc).body, before ?? new Map())).toEqual([])
  })

  test('[N157] what is stored and was not written here is no visit', () => {
    localStorage.setItem('minutebook:seen:a', '%%%')
    expect(lastVisit('a')).toBe(null)
  })
})
