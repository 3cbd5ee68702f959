import type { Refusal, Result } from './request.ts'

/** A refusal on its way through TanStack Query, which knows failures as thrown errors only. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** @throws Refused */
export function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Refused(result.refusal)
}
