import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Route, Switch } from 'wouter'
import { FailureBoundary } from './shell/Failure.tsx'
import type { Shell } from './shell/shell.ts'
import { UpdateNotice } from './shell/UpdateNotice.tsx'
import { ShellProvider } from './shell/use-shell.ts'
import { useAppearance } from './ui/preferences.ts'
import { NotFound } from './ui/NotFound.tsx'
import { Toasts } from './ui/Toast.tsx'

const HomePage = lazy(() => import('./home/HomePage.tsx').then((module) => ({ default: module.HomePage })))
const NotePage = lazy(() => import('./note/NotePage.tsx').then((module) => ({ default: module.NotePage })))

/** The pages by address. Each loads its own code. */
export function App({ shell }: { shell: Shell }) {
  useAppearance()
  const [queries] = useState(() => new QueryClient())
  return (
    <ShellProvider value={shell}>
      <QueryClientProvider client={queries}>
        <Toasts>
          <UpdateNotice />
          <FailureBoundary>
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
          </FailureBoundary>
        </Toasts>
      </QueryClientProvider>
    </ShellProvider>
  )
}
