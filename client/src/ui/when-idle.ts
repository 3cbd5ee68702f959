/** Calls `run` when the page has nothing else to do, within 2 s. Returns what calls it off. */
export function whenIdle(run: () => void): () => void {
  // Safari has no idle callbacks
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(run, 500)
    return () => clearTimeout(timer)
  }
  const request = requestIdleCallback(run, { timeout: 2000 })
  return () => cancelIdleCallback(request)
}

/** Resolves when the page has nothing else to do, within 2 s. */
export function idle(): Promise<void> {
  return new Promise((resolve) => void whenIdle(resolve))
}
