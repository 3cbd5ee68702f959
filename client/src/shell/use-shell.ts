import { createContext, use, useEffect, useSyncExternalStore } from 'react'
import type { Shell } from './shell.ts'

const Held = createContext<Shell | null>(null)

/** Hands the shell to the pages. */
export const ShellProvider = Held.Provider

export function useShell(): Shell {
  const shell = use(Held)
  if (!shell) throw new Error('a page stands outside of the shell')
  return shell
}

/** Whether a newer version of the program is ready. */
export function useUpdateReady(): boolean {
  const shell = useShell()
  return useSyncExternalStore(shell.subscribe, () => shell.isUpdateReady)
}

/** Makes a reload wait for `wait`, which must stay the same, while the component is mounted. */
export function useBeforeReload(wait: () => Promise<unknown>): void {
  const shell = useShell()
  useEffect(() => shell.beforeReload(wait), [shell, wait])
}
