import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { HomePage } from './HomePage.tsx'

/** What the server has said of the list, kept while the application is open. */
const queries = new QueryClient()

/** The list of notes, with what it asks the server. */
export function Home() {
  return (
    <QueryClientProvider client={queries}>
      <HomePage />
    </QueryClientProvider>
  )
}
