/** One entry of a comma-separated text, without the blanks around it. */
export interface Piece {
  text: string
  from: number
  to: number
}

const placeholder = /^(?:todo|to fill|tb[ad]|n\/?a|none|names?|xxx+|\.{2,}|…|[-–—?_]+)$/i

/** Cuts a text at its commas, those in parentheses left alone; empty entries are left out. Offsets are of `text`. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  const lastClosing = text.lastIndexOf(')')
  let depth = 0
  let from = 0
  for (let at = 0; at <= text.length; at += 1) {
    const char = text[at]
    if (char === '(') depth += 1
    else if (char === ')') depth = Math.max(0, depth - 1)
    if (at < text.length && !(char === ',' && (depth === 0 || at > lastClosing))) continue
    const entry = text.slice(from, at)
    const start = from + entry.length - entry.trimStart().length
    if (entry.trim() !== '') found.push({ text: entry.trim(), from: start, to: start + entry.trim().length })
    from = at + 1
  }
  return found
}

/** Whether an entry stands for one that nobody has filled in yet, such as `TODO` or `…`. */
export function isPlaceholder(entry: string): boolean {
  return placeholder.test(entry)
}
