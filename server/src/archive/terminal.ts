/** What a command may touch of the world. */
export interface Terminal {
  out(line: string): void
  error(line: string): void
  fetch: typeof globalThis.fetch
  /** the server that is meant where none is named */
  server: string
}
