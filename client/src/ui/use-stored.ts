import { useCallback, useSyncExternalStore } from 'react'
import { readStored, watchStored, writeStored } from './storage.ts'

/** A value that this browser remembers, and how to change it. */
export function useStored(key: string): [value: string | null, set: (value: string | null) => void] {
  const value = useSyncExternalStore(watchStored, () => readStored(key))
  const set = useCallback((next: string | null) => writeStored(key, next), [key])
  return [value, set]
}
