import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Route, Switch } from 'wouter'
import { NotFound } from './ui/NotFound.tsx'
import { Toasts } from './ui/Toast.tsx'

const HomePage = lazy(() => import('./home/HomePage.tsx').then((module) => ({ default: module.HomePage })))
const NotePage = lazy(() => import('./note/NotePage.tsx').then((module) => ({ default: module.NotePage })))

/** The pages by address. Each loads its own code. */
export function App() {
  const [queries] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queries}>
      <Toasts>
        <Suspense fallback={null}>
          <Switch>
            <Route path="/">
              <HomePage />
            </Route>
            <Route path="/n/:id">{({ id }) => <NotePage key={id} id={id} />}</Route>
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Suspense>
      </Toasts>
    </QueryClientProvider>
  )
}
