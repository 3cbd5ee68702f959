import type { Person, Todo } from '@minutebook/shared/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { listPeople } from '../api/people.ts'
import { requestJson, type Result } from '../api/request.ts'

const refreshMs = 5000

interface Known<Rows> {
  /** null until somebody answered */
  rows: Rows | null
  /** nobody answers: the rows are those of before */
  isCutOff: boolean
  /** why the server refused; null where it did not */
  refusal: string | null
  tryAgain: () => void
}

/** All people, by name. What is said of them elsewhere shows within seconds. */
export function usePeople(): Known<Person[]> {
  return useRows(['people', 'all'], everybody)
}

/** The open TODOs of a person, newest meeting first. */
export function useOpenTodos(id: string): Known<Todo[]> {
  return useRows(['people', 'todos', id], async (signal) => {
    const search = new URLSearchParams({ owner: id, limit: '200' })
    const answer = await requestJson<{ todos: Todo[] }>(`/api/todos?${search}`, { signal })
    return answer.ok ? { ok: true, value: answer.value.todos } : answer
  })
}

/** How to ask anew for everything that is shown of people. */
export function useAskAnew(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['people'] })
}

async function everybody(signal: AbortSignal): Promise<Result<Person[]>> {
  const people: Person[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    // oxlint-disable-next-line no-await-in-loop -- each page is told by the one before
    const answer = await listPeople({ query: '', team: '', cursor }, signal)
    if (!answer.ok) return answer
    people.push(...answer.value.people)
    cursor = answer.value.nextCursor
  }
  return { ok: true, value: people }
}

class Refused extends Error {
  readonly code: string
  constructor({ code, message }: { code: string; message: string }) {
    super(message)
    this.code = code
  }
}

function useRows<Rows>(key: string[], ask: (signal: AbortSignal) => Promise<Result<Rows>>): Known<Rows> {
  const { data, error, refetch } = useQuery<Rows, Refused>({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const answer = await ask(signal)
      if (!answer.ok) throw new Refused(answer.refusal)
      return answer.value
    },
    refetchInterval: refreshMs,
    retry: false,
    networkMode: 'always',
  })
  const isCutOff = error?.code === 'unreachable'
  return {
    rows: data ?? null,
    isCutOff,
    refusal: error && !isCutOff ? error.message : null,
    tryAgain: () => void refetch(),
  }
}
