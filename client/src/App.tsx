import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { LoadingNote } from './note/LoadingNote.tsx'
import { FailureBoundary } from './shell/Failure.tsx'
import type { Shell } from './shell/shell.ts'
import { UpdateNotice } from './shell/UpdateNotice.tsx'
import { ShellProvider } from './shell/use-shell.ts'
import { useAppearance } from './ui/preferences.ts'
import { lateComponent } from './ui/late-component.tsx'
import { NotFound } from './ui/NotFound.tsx'
import { Toasts } from './ui/Toast.tsx'
// what two pages share weighs less here than in files of its own [N205]
import './ui/Menu.tsx'
import './ui/save-file.ts'
import './ui/due.ts'

const Home = lateComponent(async () => (await import('./home/Home.tsx')).Home)
const Ledger = lateComponent(async () => (await import('./ledger/Ledger.tsx')).Ledger)
const PeoplePage = lateComponent(async () => (await import('./people/People.tsx')).People)
const NotePage = lateComponent(
  async () => {
    const { NotePage: page, openAhead } = await import('./note/NotePage.tsx')
    const id = noteIdIn(location.pathname)
    if (id) openAhead(id)
    return page
  },
  <LoadingNote />,
)

/** The pages by address. Each loads its own code. */
export function App({ shell }: { shell: Shell }) {
  useAppearance()
  return (
    <ShellProvider value={shell}>
      <Toasts>
        <UpdateNotice />
        <FailureBoundary>
          <Suspense fallback={null}>
            <Switch>
              <Route path="/">
                <Home />
              </Route>
              <Route path="/todos">
                <Ledger page="todos" />
              </Route>
              <Route path="/decisions">
                <Ledger page="decisions" />
              </Route>
              <Route path="/people">
                <PeoplePage />
              </Route>
              <Route path="/n/:id">{({ id }) => <NotePage key={id} id={id} />}</Route>
              <Route>
                <NotFound />
              </Route>
            </Switch>
          </Suspense>
        </FailureBoundary>
      </Toasts>
    </ShellProvider>
  )
}

function noteIdIn(path: string): string | undefined {
  return /^\/n\/([\w-]+)$/.exec(path)?.[1]
}
