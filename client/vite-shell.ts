import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import type { Build } from './src/worker/kept-files.ts'

/** Chunks that are fetched when they are first used, with all that only they need. */
const later = new Set(['katex', 'mermaid'])

/** So is the grammar of each language of code. */
const grammars = /\/highlight\.js\/[a-z]+\/languages\//

/** The fonts with which words begin; those of other scripts are kept when they are first used. */
const firstFont = /inter-latin(-ext)?-opsz-normal/

/** Files of public/ without which the page does not begin. */
const plainFiles = ['/theme.js', '/favicon.svg', '/manifest.webmanifest']

/** Tells the service worker of which files the build is made. Its source is the entry named `sw`. */
export function shell(): Plugin {
  let publicDir = ''
  return {
    name: 'minutebook-shell',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      publicDir = config.publicDir
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['sw.js']
        if (worker?.type !== 'chunk') throw new Error('the build has no sw.js')
        const page = bundle['index.html']
        if (page?.type !== 'asset') throw new Error('the build has no index.html')
        const contents = [page.source, ...plainFiles.map((path) => readFileSync(join(publicDir, path)))]
        worker.code = `const build=${JSON.stringify(buildOf(bundle, contents))};\n${worker.code}`
      },
    },
  }
}

function buildOf(bundle: Rolldown.OutputBundle, contents: readonly (string | Uint8Array)[]): Build {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  const entry = chunks.find((chunk) => chunk.isEntry && chunk.name === 'index')
  if (!entry) throw new Error('the build has no entry named index')
  const names = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !name.endsWith('.map'))
  const assets = names.map((name) => `/${name}`).sort()
  const start = [...startOf(entry, bundle), ...names.filter((name) => firstFont.test(name))].map((name) => `/${name}`)
  const hash = createHash('sha256').update(assets.join('\n'))
  for (const content of contents) hash.update(content)
  const version = hash.digest('base64url').slice(0, 12)
  return { version, entry: `/${entry.fileName}`, start: [...start.sort(), ...plainFiles], assets }
}

/** The files that `entry` needs, and those that it fetches soon. */
function startOf(entry: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): Set<string> {
  const found = new Set<string>()
  const follow = (name: string) => {
    const file = bundle[name]
    if (file?.type !== 'chunk' || found.has(name)) return
    found.add(name)
    for (const style of file.viteMetadata?.importedCss ?? []) found.add(style)
    for (const needed of file.imports) follow(needed)
    for (const lazy of file.dynamicImports) {
      const chunk = bundle[lazy]
      if (chunk?.type === 'chunk' && !isLater(chunk)) follow(lazy)
    }
  }
  follow(entry.fileName)
  return found
}

function isLater({ name, facadeModuleId }: Rolldown.OutputChunk): boolean {
  return later.has(name) || grammars.test(facadeModuleId ?? '')
}
