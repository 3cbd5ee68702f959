import { statusOf, type Facts, type Status } from './status.ts'

/** What the page shows of a session. */
export interface SessionState {
  status: Status
  /** the document holds the note, from the server or from the copy */
  hasNote: boolean
  canEdit: boolean
  /** changes made here that are not durable on the server */
  unsaved: number
  isCopied: boolean
  /** after the end: the copy on this device is still there */
  isCopyLeft: boolean
  finalCode: number | null
  /** when the next attempt to connect begins, on the clock of `performance.now`; null while none is planned */
  nextAttemptAt: number | null
}

/** What is shown that the facts do not say. */
export type More = Pick<SessionState, 'hasNote' | 'canEdit' | 'isCopyLeft' | 'nextAttemptAt'>

/** What is to be shown, of what is known. */
export function stateOf(facts: Facts, more: More): SessionState {
  return {
    ...more,
    status: statusOf(facts),
    canEdit: more.canEdit && facts.finalCode === null,
    unsaved: facts.unsaved,
    isCopied: facts.copy !== 'failed',
    finalCode: facts.finalCode,
  }
}

/** Whether nothing is to be shown anew. */
export function isSame(a: SessionState, b: SessionState): boolean {
  const { status: statusA, ...restA } = a
  const { status: statusB, ...restB } = b
  const keys = Object.keys(restA) as (keyof typeof restA)[]
  return (
    statusA.state === statusB.state && statusA.words === statusB.words && keys.every((key) => restA[key] === restB[key])
  )
}
