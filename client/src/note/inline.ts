/** A piece of a front matter value: plain text, `code`, or a link. */
export type Piece =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'link'; text: string; href: string; isBare: boolean }

const pattern =
  /`([^`\n]+)`|\[([^\]\n]*)\]\((https?:\/\/[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)|<?(https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]'"])>?/g

/** Reads the little Markdown that people write in a value such as the place: links, bare addresses and `code`. */
export function readInline(value: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of value.matchAll(pattern)) {
    if (match.index > at) pieces.push({ kind: 'text', text: value.slice(at, match.index) })
    const [whole, code, label, target, address] = match
    if (code !== undefined) pieces.push({ kind: 'code', text: code })
    else if (target !== undefined) pieces.push({ kind: 'link', text: label || target, href: target, isBare: false })
    else if (address !== undefined)
      pieces.push({ kind: 'link', text: address.replace(/^https?:\/\//, ''), href: address, isBare: true })
    at = match.index + whole.length
  }
  if (at < value.length) pieces.push({ kind: 'text', text: value.slice(at) })
  return pieces
}
