import { expect, test } from 'vitest'
import { corpusFolder, corpusName } from '../laws/corpus.ts'
import { labelledNotes, type LabelledNote } from './labelled.ts'
import { itemsOfAttendance, measure, type Agreement, type Share } from './measure.ts'

const isUnikraft = ({ community }: LabelledNote) => community === 'unikraft'

/** What was reached once and is held. */
const floors: readonly {
  name: string
  has: (note: LabelledNote) => boolean
  figures: readonly (readonly [share: (reached: Agreement) => Share, floor: number])[]
}[] = [
  {
    name: 'unikraft',
    has: isUnikraft,
    figures: [
      [({ todoPrecision }) => todoPrecision, 0.99],
      [({ todoRecall }) => todoRecall, 0.99],
      [({ decisionPrecision }) => decisionPrecision, 0.95],
      [({ decisionRecall }) => decisionRecall, 0.95],
      [({ owners }) => owners, 0.99],
      [({ ends }) => ends, 0.99],
    ],
  },
  {
    name: 'the others',
    has: (note) => !isUnikraft(note),
    figures: [
      [({ todoPrecision }) => todoPrecision, 0.98],
      [({ todoRecall }) => todoRecall, 0.98],
      [({ decisionPrecision }) => decisionPrecision, 0.95],
      [({ decisionRecall }) => decisionRecall, 0.95],
      [({ owners }) => owners, 0.95],
      [({ ends }) => ends, 0.98],
    ],
  },
]

test.skipIf(corpusFolder === undefined)(`[I5, I12, I15, I20] what readers found is read, ${corpusName}`, () => {
  const notes = labelledNotes(corpusFolder ?? '')
  for (const { name, has, figures } of floors) {
    const { agreement, differences } = measure(notes.filter(has))
    const missed = figures.filter(([share, floor]) => part(share(agreement)) < floor).map(([share]) => String(share))
    expect({ name, missed, differences: missed.length > 0 ? differences : [] }).toEqual({
      name,
      missed: [],
      differences: [],
    })
  }
  const present = notes.flatMap(({ name, text, items }) =>
    itemsOfAttendance(text, items).map((line) => `${name}:${line}`),
  )
  expect(present).toEqual([])
})

function part({ of, are }: Share): number {
  return of === 0 ? 1 : are / of
}
