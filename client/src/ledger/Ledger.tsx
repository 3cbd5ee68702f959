import { lateComponent } from '../ui/late-component.tsx'
import type { LedgerKind } from './filters.ts'

/** What it needs is listed here, and not in the first script, which every page waits for. [N205] */
export const Ledger = lateComponent<{ page: LedgerKind }>(async () => (await import('./LedgerRoot.tsx')).LedgerRoot)
