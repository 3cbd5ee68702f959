/** What this browser remembers, by a name without the prefix that keeps it apart; null where it remembers nothing. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key)
  } catch {
    return null // storage is closed to this page
  }
}

/** Remembers a value, or forgets it; where storage is closed it holds for nobody. Tells every `useStored` of this page. */
export function writeStored(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + key)
    else localStorage.setItem(prefix + key, value)
  } catch {
    return
  }
  dispatchEvent(new StorageEvent('storage', { key: prefix + key, newValue: value }))
}

/** Calls `listener` when a value changes here or in another tab. Returns how to stop. */
export function watchStored(listener: () => void): () => void {
  addEventListener('storage', listener)
  return () => removeEventListener('storage', listener)
}

const prefix = 'minutebook:'
