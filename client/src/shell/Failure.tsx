import { Component, type ReactNode } from 'react'
import { Empty } from '../ui/Empty.tsx'
import { useShell } from './use-shell.ts'

interface BoundaryProps {
  children: ReactNode
}

/** Stands in for a page that failed: because of a mistake of ours, or because a part of it could not be loaded. */
export class FailureBoundary extends Component<BoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <Failure /> : this.props.children
  }
}

function Failure() {
  const shell = useShell()
  return (
    <div className="app">
      <main className="sheet">
        <Empty
          icon="alert"
          title="This page stopped"
          text="What you wrote is kept on this device. Reload the page to go on."
          isWhole
        >
          <button type="button" className="btn primary" onClick={() => void shell.reload()}>
            Reload
          </button>
          <a className="btn" href="/">
            All notes
          </a>
        </Empty>
      </main>
    </div>
  )
}
