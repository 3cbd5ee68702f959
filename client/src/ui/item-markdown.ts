/** A piece of an item's Markdown, for reading: links are only words. */
export interface Piece {
  kind: 'text' | 'code' | 'bold' | 'italic' | 'strike'
  text: string
}

const pattern =
  /(`+)(?!`)(.+?)(?<!`)\1(?!`)|!?\[([^\]\n]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)|<((?:https?:\/\/|mailto:)[^<>\s]+)>|\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__(?!\w)|~~(?=\S)(.+?)(?<=\S)~~|\*(?=[^\s*])([^*]+?)(?<=\S)\*|(?<!\w)_(?=[^\s_])([^_]+?)(?<=\S)_(?!\w)|\\([!-/:-@[-`{-~])|(https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]'"*_])/g

/** Reads what people write in an item: code, links, bold, italic and struck words, escapes. Anything else is text. */
export function readPieces(markdown: string): Piece[] {
  const pieces: Piece[] = []
  const add = (kind: Piece['kind'], text: string) => {
    const last = pieces.at(-1)
    if (text === '') return
    if (kind === 'text' && last?.kind === 'text') last.text += text
    else pieces.push({ kind, text })
  }
  const addWithin = (kind: Piece['kind'], text: string) => {
    for (const piece of readPieces(text)) add(piece.kind === 'text' ? kind : piece.kind, piece.text)
  }
  let at = 0
  for (const match of markdown.matchAll(pattern)) {
    add('text', markdown.slice(at, match.index))
    const [whole, , code, label, address, stars, bars, struck, star, bar, escaped, bare] = match
    if (code !== undefined) add('code', code)
    else if (label !== undefined) addWithin('text', label)
    else if (address !== undefined) add('text', shortAddress(address))
    else if (stars !== undefined || bars !== undefined) addWithin('bold', stars ?? bars ?? '')
    else if (struck !== undefined) addWithin('strike', struck)
    else if (star !== undefined || bar !== undefined) addWithin('italic', star ?? bar ?? '')
    else if (escaped !== undefined) add('text', escaped)
    else if (bare !== undefined) add('text', shortAddress(bare))
    at = match.index + whole.length
  }
  add('text', markdown.slice(at))
  return pieces
}

/** The words of an item's Markdown, on one line. */
export function wordsOf(markdown: string): string {
  return readPieces(markdown)
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const longestAddress = 40

function shortAddress(address: string): string {
  const short = address.replace(/^(https?:\/\/(www\.)?|mailto:)/, '').replace(/\/$/, '')
  return short.length > longestAddress ? `${short.slice(0, longestAddress - 1)}…` : short
}
