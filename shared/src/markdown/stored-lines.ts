/** The strings of a stored hint; none where it is not a list of strings. */
export function storedLines(stored: unknown): string[] {
  if (typeof stored !== 'string' || !stored.startsWith('[')) return []
  const list: unknown = JSON.parse(stored)
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : []
}
