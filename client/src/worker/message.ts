/** What a page says to the worker: that the new version may begin; when it is there, which files it has used so far. */
export type Message = { kind: 'begin' } | { kind: 'used'; paths: string[] }
