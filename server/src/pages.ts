import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'

/** Paths that are never a page of the application. */
const isForPrograms = /^\/(api|sync|livez|readyz|metrics)(\/|$)/

/** Paths that are always a page of it, whatever is asked for. */
const isPage = /^\/(n\/[^/]*|todos|decisions)?$/

/** The path of a note: its page asks for what a note needs at once. */
const isNote = /^\/n\//

const howToBuild = `Minutebook runs, but its pages are not built yet.

Build them with

    npx -y pnpm@12 build

and load this page again. (npx -y pnpm@12 start does both.)
`

/**
 * Serves the built application: its files, and its page for every path that a browser opens. What it does not have
 * goes to the next handler.
 *
 * @param folder where `vite build` puts it, with `index.html`, `note.html` and `assets/`
 */
export function createPages(folder: string): Hono {
  const app = new Hono()
  let files: MiddlewareHandler | null = null
  app.get('*', async (c, next) => {
    const { path } = c.req
    if (isForPrograms.test(path)) return next()
    if (path !== '/' && !path.endsWith('.html') && existsSync(folder)) {
      files ??= serveStatic({ root: folder, precompressed: true })
      const file = await files(c, async () => {})
      if (file) {
        // Vite puts a hash of the content into the names in assets/.
        file.headers.set(
          'Cache-Control',
          path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
        return file
      }
    }
    if (!isPage.test(path) && !c.req.header('Accept')?.includes('text/html')) return next()
    c.header('Cache-Control', 'no-cache')
    const names = isNote.test(path) ? ['note.html', 'index.html'] : ['index.html']
    const page = names.map((name) => join(folder, name)).find((file) => existsSync(file))
    if (page === undefined) return c.text(howToBuild, 503)
    return c.html(await readFile(page, 'utf8'))
  })
  return app
}
