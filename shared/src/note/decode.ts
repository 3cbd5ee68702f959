/** Node and every browser have it; the language's own library does not declare it. */
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string }

/** The text of a file, or why it cannot be a note. */
export type DecodedFile = { text: string } | { refused: 'not_utf8' | 'not_text' }

/**
 * Reads bytes as UTF-8, a byte-order mark included, without replacing anything: what is not valid UTF-8 or holds a NUL
 * (an image, an archive, UTF-16) is refused, because it could not be given back as it was.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { refused: bytes.includes(0) ? 'not_text' : 'not_utf8' }
  }
  return text.includes('\0') ? { refused: 'not_text' } : { text }
}
