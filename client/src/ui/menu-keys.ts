/** Where a key leads in a menu of these labels; null where it leads nowhere. @param at the line that has the focus, -1 for none */
export function lineFor(key: string, at: number, labels: readonly string[]): number | null {
  const count = labels.length
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count
    case 'ArrowUp':
      return (Math.max(at, 0) + count - 1) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default: {
      if (key.length !== 1 || key === ' ') return null
      const order = [...labels.keys()].map((line) => (at + 1 + line) % count)
      return order.find((line) => labels[line]?.toLowerCase().startsWith(key.toLowerCase())) ?? null
    }
  }
}
