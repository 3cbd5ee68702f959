import { close } from '@minutebook/shared/wire'
import type { SessionState } from '../session/session.ts'

/** Whether the copy on this device is of no use here any more: there will be no server that takes it. */
export function isOver({ finalCode }: SessionState): boolean {
  return finalCode !== null && finalCode !== close.outdated.code
}
