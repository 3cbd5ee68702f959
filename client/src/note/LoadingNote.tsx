import { Link } from 'wouter'
import { Icon } from '../ui/Icon.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

/** The frame of a note while its text is on its way. */
export function LoadingNote() {
  return (
    <div className="app">
      <header className="bar">
        <nav className="crumbs" aria-label="Breadcrumb">
          <Link className="btn quiet square" href="/" aria-label="Back to notes">
            <Icon name="arrow-left" />
          </Link>
        </nav>
      </header>
      <main className="sheet" aria-busy="true">
        <h1 className="sr">A note</h1>
        <Skeleton label="Opening the note" widths={[78, 46, 58, 38, 22, 64, 70]} className="note" />
      </main>
    </div>
  )
}
