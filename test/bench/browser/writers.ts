/** The process of the people who write while a page is measured. */
import { Person, type Place } from '../sync/load/person.ts'
import { answerParent } from '../sync/rpc.ts'
import { WritingCrowd } from './crowd.ts'
import { updateOf, type Layout } from './layouts.ts'
import type { Block } from './note-text.ts'

const crowd = new WritingCrowd()

/** What can be asked of them. */
export const writers = {
  /** Puts a note where there is none. */
  async fill(place: Place, layout: Layout, blocks: readonly Block[]): Promise<void> {
    const person = new Person(place, { document: () => {}, update: () => {}, presence: () => {} })
    await person.synced
    person.update(updateOf(blocks, layout))
    await person.ask()
    person.leave()
  },
  come: (place: Place, fragment: string, count: number) => crowd.come(place, fragment, count),
  type: (perSecond: number) => crowd.type(perSecond),
  rest: () => crowd.rest(),
  leave: () => crowd.leave(),
}

answerParent(writers)
