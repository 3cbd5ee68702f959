import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { PeoplePage } from './PeoplePage.tsx'

/** What the server has said of people, kept while the application is open. */
const queries = new QueryClient()

/** The people of all notes, with what their page asks the server. */
export function People() {
  return (
    <QueryClientProvider client={queries}>
      <PeoplePage />
    </QueryClientProvider>
  )
}
