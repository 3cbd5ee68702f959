import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { removalsOf } from '@minutebook/shared/doc'
import { standingIn } from './place.ts'
import { putBack } from './put-back.ts'
import { Hub, li, movable, p, remove, ul, type Writer } from './test-writers.ts'

function meet(...blocks: Y.XmlElement[]): { hub: Hub; ann: Writer; ben: Writer } {
  const hub = new Hub(blocks)
  return { hub, ann: hub.join(1), ben: hub.join(2) }
}

/** Puts the block of a text to the end of the body, or into the list at `index` there. */
function move(writer: Writer, words: string, list: number | null = null): void {
  const element = movable(writer.text(words))
  const target = list === null ? writer.body : (writer.body.get(list) as Y.XmlElement)
  writer.replace(element, target, target.length, (copy) => copy)
}

describe('a block that moves while somebody writes in it', () => {
  it('[N212] has the words, at their place, with the caret', async () => {
    const { hub, ann, ben } = meet(p('The lamp is on'), p('Other'))
    ann.type('lamp', 's of the pier')
    move(ben, 'lamp')
    await hub.settle()
    for (const each of [ann, ben]) expect(each.words).toEqual(['Other', 'The lamps of the pier is on'])
    expect(ann.kept).toEqual([])
    expect(ann.caretAt?.text.toString().slice(0, ann.caretAt.index)).toBe('The lamps of the pier')
    expect(ben.caretAt).toBeNull()
  })

  it('[N212] whoever comes first at the server', async () => {
    for (const first of ['ann', 'ben'] as const) {
      const { hub, ann, ben } = meet(p('The lamp is on'), p('Other'))
      ann.type('lamp', 's')
      move(ben, 'lamp')
      ;({ ann, ben })[first].send()
      await hub.settle()
      expect(ben.words).toEqual(['Other', 'The lamps is on'])
      expect(ann.words).toEqual(ben.words)
    }
  })

  it('[N212] offline, on either side', async () => {
    for (const away of ['ann', 'ben'] as const) {
      const { hub, ann, ben } = meet(p('The lamp is on'), p('Other'))
      const writer = { ann, ben }[away]
      writer.disconnect()
      ann.type('lamp', 's')
      ann.type('is on', ' again')
      move(ben, 'lamp')
      await hub.settle()
      expect(ann.words).toEqual(['Other', 'The lamps is on again'])
      expect(ben.words).toEqual(ann.words)
    }
  })

  it('[N212] keeps marks, in each of several places', async () => {
    const { hub, ann, ben } = meet(p('one two'), p('Other'))
    ann.edit(() => ann.text('one').insert(3, 'and a half', { bold: {} }))
    ann.type('one', ' ')
    move(ben, 'one')
    await hub.settle()
    expect(ben.text('one').toDelta()).toEqual([
      { insert: 'one ' },
      { insert: 'and a half', attributes: { bold: {} } },
      { insert: ' two' },
    ])
  })

  it('[N212] when it became another kind, with words of its own', async () => {
    const { hub, ann, ben } = meet(p('ship it'), p('Other'))
    ann.type('ship it', ' now')
    ben.replace(movable(ben.text('ship')), ben.body, 0, () => li(p('Decision: ship it')))
    await hub.settle()
    expect(ben.words).toEqual(['Decision: ship it now', 'Other'])
  })

  it('[N212] when it moved on meanwhile, and its first copy is gone', async () => {
    const { hub, ann, ben } = meet(p('The lamp'), p('Other'))
    ann.disconnect()
    ann.type('lamp', 's')
    move(ben, 'lamp')
    move(ben, 'Other')
    move(ben, 'lamp')
    await hub.settle()
    expect(ann.words).toEqual(['Other', 'The lamps'])
  })

  it('[N212] among lines that are the same', async () => {
    const { hub, ann, ben } = meet(ul(li(p('TODO')), li(p('TODO')), li(p('TODO'))), p('Other'))
    const second = (ann.body.get(0) as Y.XmlElement).get(1) as Y.XmlElement
    ann.edit(() => ((second.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(4, ': call'))
    ben.replace(ben.body.get(0) as Y.XmlElement, ben.body, 9, (copy) => copy)
    await hub.settle()
    expect(ann.words).toEqual(['Other', 'TODO', 'TODO: call', 'TODO'])
  })

  it('[N212] also where it was empty', async () => {
    const { hub, ann, ben } = meet(ul(li(p('one')), li(p(''))), p('Other'))
    const paragraph = ((ann.body.get(0) as Y.XmlElement).get(1) as Y.XmlElement).get(0) as Y.XmlElement
    ann.edit(() => paragraph.insert(0, [new Y.XmlText('two')]))
    ben.replace(ben.body.get(0) as Y.XmlElement, ben.body, 9, (copy) => copy)
    await hub.settle()
    expect(ann.words).toEqual(['Other', 'one', 'two'])
    expect(ann.kept).toEqual([])
  })

  it('[N217] takes new items along, and the half that Enter split off', async () => {
    const { hub, ann, ben } = meet(ul(li(p('one')), li(p('two and three'))), p('Other'))
    const list = ann.body.get(0) as Y.XmlElement
    ann.edit(() => {
      ann.text('two').delete(3, 10)
      list.insert(2, [li(p(' and three'))])
    })
    ann.edit(() => list.insert(1, [li(p('one b')), li(p('one c'))]))
    ann.type(' and three', ', then four')
    ben.replace(ben.body.get(0) as Y.XmlElement, ben.body, 9, (copy) => copy)
    await hub.settle()
    expect(ann.words).toEqual(['Other', 'one', 'one b', 'one c', 'two', ' and three, then four'])
    expect(ann.caretAt?.text.toString().slice(0, ann.caretAt.index)).toBe(' and three, then four')
  })

  it('[N216] undo of the move brings the words back with it', async () => {
    const { hub, ann, ben } = meet(ul(li(p('one')), li(p('two'))), p('Other'))
    ann.type('two', ' and more')
    move(ben, 'two', 0)
    await hub.settle()
    ben.undo.undo()
    await hub.settle()
    expect(ann.words.join('|').match(/ and more/g)).toHaveLength(1)
    expect(ann.words).toEqual(ben.words)
  })

  it('[N255] undo and redo of what was made of a heading have the words of others once', async () => {
    const { hub, ann, ben } = meet(p('two', 'heading'), p('Other'))
    const cat = hub.join(3)
    ben.replace(movable(ben.text('two')), ben.body, 0, (copy) => ul(li(copy)))
    await hub.settle()
    ann.type('two', ' and more')
    await hub.settle()
    cat.type('two', ' lamps')
    await hub.settle()
    for (const turn of ['undo', 'redo', 'undo', 'redo'] as const) {
      ben.undo[turn]()
      await hub.settle()
      const all = ann.words.join('|')
      for (const words of [/two/g, / and more/g, / lamps/g]) expect(all.match(words)).toHaveLength(1)
      for (const each of [ben, cat]) expect(each.words).toEqual(ann.words)
    }
    expect(ann.kept).toEqual([])
  })

  it.each([
    ['a list', (copy: Y.XmlElement) => ul(li(copy))],
    ['a heading', () => p('two lamps', 'heading')],
    ['a moved paragraph', (copy: Y.XmlElement) => copy],
  ])('[N255] so have undo and redo of %s that was made of a paragraph', async (_name, make) => {
    const { hub, ann, ben } = meet(p('two lamps'), p('Other'), p('Last'))
    ben.replace(movable(ben.text('two')), ben.body, 2, make)
    await hub.settle()
    const made = ann.body.toString()
    ann.type('two', ' new')
    await hub.settle()
    for (const turn of ['undo', 'redo', 'undo', 'redo'] as const) {
      ben.undo[turn]()
      await hub.settle()
      const words = turn === 'undo' ? ['two new lamps', 'Other', 'Last'] : ['Other', 'Last', 'two new lamps']
      expect(ann.words).toEqual(words)
      expect(ben.words).toEqual(words)
    }
    expect(ann.body.toString()).toBe(made.replace('two', 'two new'))
    expect(ann.kept).toEqual([])
  })

  it('[N255] so have undo and redo of a paragraph that was made of a heading', async () => {
    const { hub, ann, ben } = meet(p('two lamps', 'heading'), p('Other'))
    ben.replace(movable(ben.text('two')), ben.body, 0, () => p('two lamps'))
    await hub.settle()
    ann.type('two', ' new')
    await hub.settle()
    for (const turn of ['undo', 'redo', 'undo', 'redo'] as const) {
      ben.undo[turn]()
      await hub.settle()
      expect(ann.body.toString()).toContain(turn === 'undo' ? 'two new lamps</heading>' : 'two new lamps</paragraph>')
      expect(ann.words).toEqual(['two new lamps', 'Other'])
      expect(ben.words).toEqual(ann.words)
    }
    expect(ann.kept).toEqual([])
  })

  it('[N255] a paragraph that somebody made of nothing, or of something else, stays with the words of others', async () => {
    const { hub, ann, ben } = meet(p('two lamps'), p('Other'))
    ben.replace(movable(ben.text('two')), ben.body, 0, () => p('Quite another text'))
    ben.edit(() => ben.body.insert(0, [p('First')]))
    await hub.settle()
    ann.type('Quite', ' so')
    ann.type('First', ' of all')
    await hub.settle()
    ben.undo.undo()
    ben.undo.undo()
    await hub.settle()
    expect(ann.words.toSorted()).toEqual([' of all', ' so', 'Other', 'two lamps'].toSorted())
    expect(ben.words).toEqual(ann.words)
  })

  it('[N255] what was written behind them meanwhile is not left out', async () => {
    const { hub, ann, ben } = meet(p('two lamps', 'heading'), p('Other'))
    ben.replace(movable(ben.text('two')), ben.body, 0, (copy) => ul(li(copy)))
    await hub.settle()
    ann.type('two', ' new')
    await hub.settle()
    ben.undo.undo()
    await hub.settle()
    ann.type(' new', 'er')
    await hub.settle()
    ben.undo.redo()
    await hub.settle()
    expect(ann.words).toEqual(['two newer lamps', 'Other'])
    expect(ben.words).toEqual(ann.words)
  })

  it('[N255] the caret stays behind its word', async () => {
    const { hub, ann, ben } = meet(p('one lamp', 'heading'), p('Other'))
    ben.replace(movable(ben.text('lamp')), ben.body, 0, (copy) => ul(li(copy)))
    await hub.settle()
    ann.type('one', ' new')
    ann.type('lamp', ' here')
    await hub.settle()
    ben.undo.undo()
    await hub.settle()
    const heading = ann.text('lamp')
    ann.caret = Y.createRelativePositionFromTypeIndex(heading, heading.length, -1)
    ben.undo.redo()
    await hub.settle()
    expect(ann.words).toEqual(['one new lamp here', 'Other'])
    expect(ann.caretAt?.text.toString().slice(0, ann.caretAt.index)).toBe('one new lamp here')
  })

  it('[N255] a blank that whoever moved the block wrote there is none of the words', () => {
    const lost = [{ at: 3, words: ' and more' }]
    expect(standingIn('two ', 'two', lost)).toEqual([null])
    expect(standingIn('two and', 'two', lost)).toEqual([{ index: 3, length: 4 }])
  })

  it('[N212] the writer takes the words back with one undo, and brings them again', async () => {
    const { hub, ann, ben } = meet(p('The lamp'), p('Other'))
    ann.type('lamp', 's')
    move(ben, 'lamp')
    await hub.settle()
    ann.undo.undo()
    expect(ann.words).toEqual(['Other', 'The lamp'])
    ann.undo.redo()
    expect(ann.words).toEqual(['Other', 'The lamps'])
  })
})

describe('a block that is deleted', () => {
  it('[N211] takes along what whoever deletes it saw', async () => {
    const { hub, ann, ben } = meet(p('The lamp'), p('Other'))
    ann.type('lamp', 's are on')
    await hub.settle()
    ben.edit(() => remove(movable(ben.text('lamp'))))
    await hub.settle()
    expect(ann.words).toEqual(['Other'])
    expect(ann.kept).toEqual([])
  })

  it('[N213] gives back the paragraph to whom wrote in it unseen', async () => {
    const { hub, ann, ben } = meet(p('First'), p('The lamp'), p('Other'))
    ann.type('lamp', ' of')
    await hub.settle()
    ann.type('lamp of', ' the pier')
    ben.edit(() => remove(movable(ben.text('lamp'))))
    await hub.settle()
    expect(ann.words).toEqual(['First', 'Other'])
    expect(ann.kept.map(({ paragraphs }) => paragraphs)).toEqual([['The lamp of the pier']])
    expect(ben.kept).toEqual([])
  })

  it('[N211] words that were deleted before the block moved stay deleted', async () => {
    const { hub, ann, ben } = meet(p('The lamp'), p('Other'))
    ann.type('lamp', ' of the pier')
    await hub.settle()
    ben.disconnect()
    ben.edit(() => ben.text('pier').delete(8, 12))
    move(ben, 'lamp')
    ann.type('of the pier', '!')
    await hub.settle()
    expect(ann.words).toEqual(['Other', 'The lamp!'])
  })

  it('[N218] without a note nothing moves', async () => {
    const hub = new Hub([p('The lamp'), p('Other')])
    const ann = hub.join(1)
    const old = hub.join(2, true)
    ann.type('lamp', 's')
    move(old, 'lamp')
    await hub.settle()
    expect(ann.words).toEqual(['Other', 'The lamp'])
    expect(ann.kept).toEqual([])
  })

  it('[N210] is noted with what was known of it, in the same update, a hundred times at most', async () => {
    const { hub, ann, ben } = meet(p('The lamp'), p('Other'))
    ann.type('lamp', 's')
    await hub.settle()
    let updates = 0
    ben.doc.on('update', () => (updates += 1))
    move(ben, 'lamp')
    expect(updates).toBe(1)
    await hub.settle()
    const [note] = removalsOf(ann.doc)
    expect(note).toMatchObject({ client: 2, from: 0 })
    expect(new Set(note?.seen.keys())).toEqual(new Set([1, 1000]))
    expect(note?.seen.get(1)).toBe(1)
    for (let round = 0; round < 120; round++) move(ben, 'lamps')
    await hub.settle()
    expect(removalsOf(ann.doc)).toHaveLength(100)
    expect(ann.words).toEqual(['Other', 'The lamps'])
  })
})

it('[N213] is put back below the nearest block that is left, or at the end', async () => {
  const { hub, ann, ben } = meet(p('First'), ul(li(p('one')), li(p('two'))), p('Other'))
  ann.type('two', ' and more')
  ben.edit(() => remove(movable(ben.text('two'))))
  await hub.settle()
  const [words] = ann.kept
  if (!words) throw new Error('nothing is kept')
  ann.edit(() => putBack(ann.doc, words))
  expect(ann.words).toEqual(['First', 'one', 'two and more', 'Other'])
  ann.undo.undo()
  ann.edit(() => putBack(ann.doc, { ...words, near: 'nowhere' }))
  expect(ann.words).toEqual(['First', 'one', 'Other', 'two and more'])
})
