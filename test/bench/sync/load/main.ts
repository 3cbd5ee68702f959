/** The process of the people: does what the benchmark asks. */
import { answerParent } from '../rpc.ts'
import { Crowd, type Arrival } from './crowd.ts'
import { edit, look, open } from './visit.ts'

const crowd = new Crowd()

/** What can be asked of the people. */
export const people = {
  open: (arrivals: readonly Arrival[]) => crowd.open(arrivals),
  type: (perSecond: number) => crowd.type(perSecond),
  rest: () => crowd.rest(),
  window: () => crowd.window(),
  watch: () => crowd.watch(),
  seen: () => crowd.seen(),
  reload: () => crowd.reload(),
  presences: (quietMs: number) => crowd.presences(quietMs),
  edit,
  openAlone: open,
  look,
}

answerParent(people)
