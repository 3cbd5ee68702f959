import type { LedgerGroups, LedgerTotals } from '@minutebook/shared/api'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { getGroups, getTotals } from '../api/ledger.ts'
import { Refused, valueOf } from '../api/refused.ts'
import { totalsKey } from '../navigation/use-open-todos.ts'
import type { LedgerKind } from './filters.ts'

/** What is counted over all notes, and what the filters leave of it; null while that is not known. */
export function useCounts(kind: LedgerKind, asked: URLSearchParams) {
  const queries = useQueryClient()
  const options = { placeholderData: keepPreviousData, retry: false, networkMode: 'always' } as const
  const totals = useQuery<LedgerTotals | null, Refused>({
    queryKey: totalsKey,
    queryFn: async ({ signal }) => valueOf(await getTotals(signal)),
    ...options,
  })
  const groups = useQuery<LedgerGroups, Refused>({
    queryKey: ['ledger', 'groups', kind, asked.toString()],
    queryFn: async ({ signal }) => {
      const search = new URLSearchParams(asked)
      if (kind === 'decisions') search.set('kind', 'decision')
      return valueOf(await getGroups(search, signal))
    },
    ...options,
  })
  const renew = useCallback(() => queries.invalidateQueries({ queryKey: ['ledger'] }), [queries])
  return { totals: totals.data ?? null, groups: groups.data ?? null, renew }
}
