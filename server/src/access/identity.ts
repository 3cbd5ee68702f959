import type { Identity } from './access.ts'

/** Whoever asks: nobody has an account. */
export const guest: Identity = { kind: 'guest' }
