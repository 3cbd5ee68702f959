import { Link } from 'wouter'
import { Empty } from './Empty.tsx'

/** No page has this address. */
export function NotFound() {
  return (
    <div className="app">
      <main className="sheet">
        <Empty icon="file" title="This page isn't here" text="The address may be incomplete." isWhole>
          <Link className="btn primary" href="/">
            All notes
          </Link>
        </Empty>
      </main>
    </div>
  )
}
