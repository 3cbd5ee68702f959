/**
 * Where an answer comes from: `page` is the application's page as it is kept, `file` one of the kept files with a plain
 * name, `asset` a file whose name says its content, `network` whatever the server says.
 */
export type Source = 'page' | 'file' | 'asset' | 'network'

/** Paths that are never answered from this device: the same as in the server's pages.ts. */
const isForPrograms = /^\/(api|sync|livez|readyz|metrics)(\/|$)/

/** Where the answer to a request comes from. @param files the kept files with plain names */
export function sourceOf(
  { method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>,
  origin: string,
  files: ReadonlySet<string>,
): Source {
  const address = new URL(url)
  if (method !== 'GET' || address.origin !== origin || isForPrograms.test(address.pathname)) return 'network'
  if (isAsset(address.pathname)) return 'asset'
  if (files.has(address.pathname)) return 'file'
  return mode === 'navigate' ? 'page' : 'network'
}

/** Whether the path holds a hash of the content, so that what is kept under it is right for ever. */
export function isAsset(path: string): boolean {
  return path.startsWith('/assets/')
}
