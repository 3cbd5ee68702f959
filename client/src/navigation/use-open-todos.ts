import { useQuery } from '@tanstack/react-query'
import { getTotals } from '../api/ledger.ts'

/** Names what is counted over all notes. */
export const totalsKey = ['ledger', 'totals'] as const

/** How many TODOs are open over all notes; null while that is not known. */
export function useOpenTodos(): number | null {
  const { data } = useQuery({
    queryKey: totalsKey,
    queryFn: async ({ signal }) => {
      const answer = await getTotals(signal)
      return answer.ok ? answer.value : null
    },
    retry: false,
    networkMode: 'always',
  })
  return data?.openTodos ?? null
}
