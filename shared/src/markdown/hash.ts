const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * A hash of 36 bits as six characters, none of which is `[`. It names lines in stored documents, so it never changes.
 * (Two multiplicative accumulators with a final mix, as in cyrb53.)
 */
export function hash(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  let name = ''
  for (let i = 0; i < 18; i += 6) name += alphabet.charAt((a >>> i) & 63) + alphabet.charAt((b >>> i) & 63)
  return name
}
