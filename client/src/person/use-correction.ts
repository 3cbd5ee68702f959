import type { PeopleCorrected, PeopleCorrection } from '@minutebook/shared/api'
import { correctPeople, undoCorrection } from '../api/people.ts'
import { useToast } from '../ui/Toast.tsx'

const nothing = async () => undefined

/**
 * How to say who is who: it is done at once, and a toast takes it back. Resolves with what became of it; null where it
 * could not be said, which a toast tells.
 *
 * @param onDone what is to be asked anew then
 */
export function useCorrection(
  onDone: () => Promise<void> = nothing,
): (correction: PeopleCorrection, said: string) => Promise<PeopleCorrected | null> {
  const show = useToast()
  const tell = (message: string, code: string) =>
    show({
      text:
        code === 'unreachable' ? "The server doesn't answer. Nothing was changed; try again when it does." : message,
      isError: true,
    })
  const undo = async (id: number) => {
    const answer = await undoCorrection(id)
    if (!answer.ok) tell(answer.refusal.message, answer.refusal.code)
    await onDone()
  }
  return async (correction, said) => {
    const answer = await correctPeople(correction)
    if (!answer.ok) {
      tell(answer.refusal.message, answer.refusal.code)
      return null
    }
    const { id } = answer.value
    show({ text: said, action: { label: 'Undo', run: () => void undo(id) } })
    await onDone()
    return answer.value
  }
}
