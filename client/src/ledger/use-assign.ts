import type { Todo } from '@minutebook/shared/api'
import { assignTodo } from '../api/ledger.ts'
import type { Refusal } from '../api/request.ts'
import { useToast } from '../ui/Toast.tsx'

/** Gives a TODO an owner, as its note writes owners; a toast takes that back. [L101] */
export function useAssign(): (todo: Pick<Todo, 'id' | 'owners'>, name: string) => Promise<void> {
  const tell = useToast()
  const undo = async (todo: Pick<Todo, 'id' | 'owners'>) => {
    const answer = await assignTodo(todo.id, null, labelsOf(todo))
    if (!answer.ok) tell({ isError: true, text: `The owner could not be taken away. ${whyOf(answer.refusal)}` })
  }
  return async (todo, name) => {
    const answer = await assignTodo(todo.id, name, labelsOf(todo))
    if (answer.ok) {
      const now = answer.value
      tell({ text: `${name} owns it now`, action: { label: 'Undo', run: () => void undo(now) } })
    } else tell({ isError: true, text: `It could not be assigned to ${name}. ${whyOf(answer.refusal)}` })
  }
}

function labelsOf({ owners }: Pick<Todo, 'owners'>): string[] {
  return owners.map(({ label }) => label)
}

function whyOf({ code, message }: Refusal): string {
  return code === 'unreachable' ? "The server doesn't answer, so nothing was changed. Try again." : message
}
