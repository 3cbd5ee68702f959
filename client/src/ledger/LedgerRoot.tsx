import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { LedgerKind } from './filters.ts'
import { LedgerPage } from './LedgerPage.tsx'

/** What the server has said of the lists, kept while the application is open. */
const queries = new QueryClient()

/** TODOs and decisions over all meetings, with what they ask the server. */
export function LedgerRoot({ page }: { page: LedgerKind }) {
  return (
    <QueryClientProvider client={queries}>
      <LedgerPage kind={page} />
    </QueryClientProvider>
  )
}
