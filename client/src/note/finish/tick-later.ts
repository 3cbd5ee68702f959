import type { Reading } from '@minutebook/shared/meeting'
import { tickTodo } from '../../api/finish.ts'
import type { Session } from '../../session/session.ts'
import type { ToastMessage } from '../../ui/Toast.tsx'
import { idsOf } from '../item-ids.ts'

/** Ticks a TODO of a finished meeting: the server does it, as for the lists. [G10] */
export async function tickLater(
  session: Session,
  readings: readonly Reading[],
  reading: Reading,
  done: boolean,
  tell: (message: ToastMessage) => void,
): Promise<void> {
  const isIt = ({ path }: Reading) => path.join() === reading.path.join()
  const id = [...idsOf(session, readings)].find(([, other]) => isIt(other))?.[0]
  const answer = id === undefined ? null : await tickTodo(id, done)
  if (answer?.ok) return
  tell({ text: `The TODO is as before. ${answer?.refusal.message ?? 'Load the page again.'}`, isError: true })
}
