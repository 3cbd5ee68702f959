import { randomBytes } from 'node:crypto'

/** An id that nobody can guess and that has not been given before: 128 random bits in letters, digits, `-` and `_`. */
export function randomId(): string {
  return randomBytes(16).toString('base64url')
}
