/** "1 note", "3 notes" */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`
}

/** "Ana", "Ana and Ben", "Ana, Ben and 3 others" */
export function listed(names: readonly string[], most = 3): string {
  if (names.length <= 1) return names[0] ?? ''
  const shown = names.length > most ? names.slice(0, most - 1) : names.slice(0, -1)
  const last = names.length > most ? counted(names.length - shown.length, 'other') : names.at(-1)
  return `${shown.join(', ')} and ${last}`
}

/** "Ana", "Ana or Ben", "Ana, Ben or Cora" */
export function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last
}
