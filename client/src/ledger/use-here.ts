import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { getPresent } from '../api/ledger.ts'
import { valueOf, type Refused } from '../api/refused.ts'
import type { PresentList } from '@minutebook/shared/api'

/** The keys of the groups of those who have a note open now; and how to ask anew. Nobody, while nobody answers. [L103] */
export function useHere(): { here: ReadonlySet<string>; renewHere: () => void } {
  const queries = useQueryClient()
  const { data, isError } = useQuery<PresentList, Refused>({
    queryKey: ['present'],
    queryFn: async ({ signal }) => valueOf(await getPresent(signal)),
    retry: false,
    networkMode: 'always',
  })
  const here = useMemo(
    () => new Set(isError ? [] : (data?.notes ?? []).flatMap(({ present }) => present.map(({ group }) => group))),
    [data, isError],
  )
  const renewHere = useCallback(() => void queries.invalidateQueries({ queryKey: ['present'] }), [queries])
  return { here, renewHere }
}
