import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { peerPath } from '../peers.ts'

const client = fileURLToPath(new URL('../../../client', import.meta.url))
const peerPages = ['floor', 'tiptap', 'blocknote']
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

/** Builds Minutebook's pages and those beside it, as they would be served. */
export async function buildPages(): Promise<void> {
  console.error('Building the pages …')
  await build({ root: client, configFile: join(client, 'vite.config.ts'), logLevel: 'error' })
  for (const page of peerPages) {
    await build({
      root: peerPath('pages'),
      configFile: false,
      logLevel: 'error',
      base: './',
      build: {
        outDir: join(peerPath('dist'), page),
        emptyOutDir: true,
        target: 'es2023',
        rolldownOptions: { input: peerPath(`pages/${page}.html`) },
      },
    })
  }
}

/** Serves the built pages that stand beside Minutebook's, each in a folder of its name. */
export async function servePeerPages(): Promise<{ origin: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    try {
      const body = readFileSync(join(peerPath('dist'), pathname))
      response.writeHead(200, { 'Content-Type': types[extname(pathname)] ?? 'application/octet-stream' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return { origin: `http://127.0.0.1:${portOf(server)}`, stop: () => server.close() }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
