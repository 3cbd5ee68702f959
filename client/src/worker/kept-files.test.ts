import { expect, test, vi } from 'vitest'
import { KeptFiles, type Build } from './kept-files.ts'

const cacheOf = (files: Map<string, Response>) => ({
  match: (path: string) => Promise.resolve(files.get(path)?.clone()),
  put: (path: string, answer: Response) => Promise.resolve(void files.set(path, answer)),
})

/** The caches of a browser, in memory. */
function memoryCaches(): CacheStorage {
  const all = new Map<string, Map<string, Response>>()
  return {
    keys: () => Promise.resolve([...all.keys()]),
    delete: (name: string) => Promise.resolve(all.delete(name)),
    open: (name: string) => {
      const files = all.get(name) ?? new Map<string, Response>()
      all.set(name, files)
      return Promise.resolve(cacheOf(files))
    },
    match: (path: string) =>
      Promise.resolve(
        [...all.values()]
          .find((files) => files.has(path))
          ?.get(path)
          ?.clone(),
      ),
  } as unknown as CacheStorage
}

/** A server with these files, by path. */
const serving = (files: Record<string, string>) =>
  vi.fn<typeof fetch>((input) => {
    const text = files[String(input)]
    return Promise.resolve(text === undefined ? new Response('', { status: 404 }) : new Response(text))
  })

const buildOf = (version: string, more: Partial<Build> = {}): Build => ({
  version,
  entry: `/assets/index-${version}.js`,
  start: [`/assets/index-${version}.js`, '/assets/same.js', '/theme.js'],
  assets: [`/assets/index-${version}.js`, '/assets/same.js', '/assets/katex.js'],
  ...more,
})

const server = (version: string): Record<string, string> => ({
  '/': `<script src="/assets/index-${version}.js">`,
  [`/assets/index-${version}.js`]: version,
  '/assets/same.js': 'same',
  '/assets/katex.js': 'katex',
  '/theme.js': `theme of ${version}`,
})

const textOf = async (answer: Promise<Response | undefined>) => (await answer)?.text()

test('[N101] what is needed to begin is kept beforehand, the rest when it is used', async () => {
  const caches = memoryCaches()
  const files = new KeptFiles(buildOf('one'), caches, serving(server('one')))
  await files.install()
  expect(await textOf(files.page())).toContain('index-one')
  expect(await textOf(files.find('/theme.js'))).toBe('theme of one')
  expect(await files.find('/assets/katex.js')).toBeUndefined()
  await files.keep('/assets/katex.js')
  expect(await textOf(files.find('/assets/katex.js'))).toBe('katex')
  await files.keep('/assets/gone.js')
  expect(await files.find('/assets/gone.js')).toBeUndefined()
})

test('[N105] what is the same is not fetched again, and what was used comes along', async () => {
  const caches = memoryCaches()
  const one = new KeptFiles(buildOf('one'), caches, serving(server('one')))
  await one.install()
  await one.keep('/assets/katex.js')
  const fetched = serving(server('two'))
  const two = new KeptFiles(buildOf('two'), caches, fetched)
  await two.install()
  expect(new Set(fetched.mock.calls.map(([path]) => path))).toEqual(new Set(['/', '/assets/index-two.js', '/theme.js']))
  expect(fetched).toHaveBeenCalledTimes(3)
  await two.tidy([])
  expect(await caches.keys()).toEqual(['minutebook two'])
  expect(await textOf(two.find('/assets/katex.js'))).toBe('katex')
  expect(await textOf(two.find('/theme.js'))).toBe('theme of two')
})

test('[N104] files of a version stay while a page of it is open', async () => {
  const caches = memoryCaches()
  const one = new KeptFiles(buildOf('one'), caches, serving(server('one')))
  await one.install()
  const two = new KeptFiles(buildOf('two'), caches, serving(server('two')))
  await two.install()
  await caches.open('of another program')
  await two.tidy(['/assets/index-one.js', '/assets/index-two.js'])
  expect(await textOf(two.find('/assets/index-one.js'))).toBe('one')
  await two.tidy(['/assets/index-two.js'])
  expect(await two.find('/assets/index-one.js')).toBeUndefined()
  expect(await caches.keys()).toEqual(['minutebook two', 'of another program'])
})

test('[N106] a version that is not whole is not taken', async () => {
  const { '/assets/same.js': _, ...rest } = server('one')
  await expect(new KeptFiles(buildOf('one'), memoryCaches(), serving(rest)).install()).rejects.toThrow('404')
  const mixed = { ...server('one'), '/': server('two')['/'] ?? '' }
  await expect(new KeptFiles(buildOf('one'), memoryCaches(), serving(mixed)).install()).rejects.toThrow('another build')
})
