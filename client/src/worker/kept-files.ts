import { isAsset } from './route.ts'

/** What one build of the application is made of. Paths begin with `/`. */
export interface Build {
  /** differs when any file does */
  version: string
  /** the script with which the page begins */
  entry: string
  /** what the list and a note need to begin, without the page itself */
  start: readonly string[]
  /** all files whose names hold a hash */
  assets: readonly string[]
}

/** The path under which the application's page is fetched and kept. */
const page = '/'

const prefix = 'minutebook '

/** The files of a build on this device, beside those of other builds. */
export class KeptFiles {
  readonly #build: Build
  readonly #caches: CacheStorage
  readonly #fetch: typeof fetch
  readonly #name: string

  constructor(build: Build, caches: CacheStorage, fetch: typeof globalThis.fetch) {
    this.#build = build
    this.#caches = caches
    this.#fetch = fetch
    this.#name = prefix + build.version
  }

  /**
   * Fetches what this device does not have of the start, and takes along what was used of an earlier build and is the
   * same in this one.
   *
   * @throws where a file is missing, or the page is of another build: then nothing of it is to be used
   */
  async install(): Promise<void> {
    const cache = await this.#caches.open(this.#name)
    const answer = await this.#fetched(page)
    if (!(await answer.clone().text()).includes(this.#build.entry)) throw new Error('the page is of another build')
    await Promise.all(this.#build.start.map(async (path) => cache.put(path, await this.#same(path))))
    const rest = this.#build.assets.filter((path) => !this.#build.start.includes(path))
    await Promise.all(
      rest.map(async (path) => {
        const used = await this.find(path)
        if (used) await cache.put(path, used)
      }),
    )
    await cache.put(page, answer)
  }

  /** The application's page of this build. */
  async page(): Promise<Response | undefined> {
    return (await this.#caches.open(this.#name)).match(page, anyVariant)
  }

  /** A file of this build, or an asset of any: a tab of an older build still asks for its own. */
  async find(path: string): Promise<Response | undefined> {
    const own = await (await this.#caches.open(this.#name)).match(path, anyVariant)
    if (own || !isAsset(path)) return own
    return this.#caches.match(path, anyVariant)
  }

  /** Keeps an asset that was used. What cannot be kept is fetched again when it is needed. */
  async keep(path: string, answer?: Response): Promise<void> {
    if (await this.find(path)) return
    const fetched = answer ?? (await this.#fetch(path))
    if (fetched.status === 200) await (await this.#caches.open(this.#name)).put(path, fetched)
  }

  /** Removes the files of the other builds, but not of those whose page is open somewhere. @param open their entries */
  async tidy(open: readonly string[]): Promise<void> {
    for (const name of await this.#caches.keys()) {
      if (name === this.#name || !name.startsWith(prefix)) continue
      const cache = await this.#caches.open(name)
      const kept = await Promise.all(open.map((entry) => cache.match(entry, anyVariant)))
      if (kept.every((answer) => answer === undefined)) await this.#caches.delete(name)
    }
  }

  async #same(path: string): Promise<Response> {
    return (isAsset(path) && (await this.find(path))) || this.#fetched(path)
  }

  async #fetched(path: string): Promise<Response> {
    const answer = await this.#fetch(path, isAsset(path) ? {} : { cache: 'reload' })
    if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`)
    return answer
  }
}

/** One file has one content, whatever headers it is asked for with. */
const anyVariant: CacheQueryOptions = { ignoreVary: true }
