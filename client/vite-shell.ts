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

/** The one with which nearly every page begins: without it the words would move when it comes. */
const soonestFont = /inter-latin-opsz-normal/

/** Files of public/ without which the page does not begin. */
const plainFiles = ['/theme.js', '/favicon.svg', '/manifest.webmanifest']

/** What a note begins with, besides the entry. */
const notePart = '/src/note/NotePage.tsx'

/**
 * Tells the service worker of which files the build is made: its source is the entry named `sw`. Beside `index.html` it
 * writes `note.html`, the same page for the address of a note: it asks for what a note needs without waiting for the entry.
 */
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
        page.source = withLinks(
          String(page.source),
          Object.keys(bundle)
            .filter((name) => soonestFont.test(name))
            .map((name) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${name}">`),
        )
        const note = notePage(page.source, bundle)
        this.emitFile({ type: 'asset', fileName: 'note.html', source: note })
        const contents = [page.source, note, ...plainFiles.map((path) => readFileSync(join(publicDir, path)))]
        worker.code = `const build=${JSON.stringify(buildOf(bundle, contents))};\n${worker.code}`
      },
    },
  }
}

function notePage(page: string, bundle: Rolldown.OutputBundle): string {
  const part = Object.values(bundle).find(
    (file) => file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(notePart)),
  )
  if (!part) throw new Error(`the build has no ${notePart}`)
  const names = filesOf(part.fileName, bundle)
  for (const name of names) {
    const file = bundle[name]
    // such a chunk would use what is not there yet
    if (file?.type === 'chunk' && name !== part.fileName && filesOf(name, bundle).has(part.fileName))
      throw new Error(`${name} is needed by the note's file and needs it: ${file.moduleIds.join(', ')}`)
  }
  const links = [...names]
    .filter((name) => !page.includes(`/${name}"`))
    .map((name) =>
      name.endsWith('.css')
        ? `<link rel="preload" as="style" crossorigin href="/${name}">`
        : `<link rel="modulepreload" crossorigin href="/${name}">`,
    )
  return withLinks(page, links)
}

function withLinks(page: string, links: readonly string[]): string {
  return page.replace('</head>', () => `  ${links.join('\n    ')}\n  </head>`)
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
  return filesOf(entry.fileName, bundle, ({ dynamicImports }) =>
    dynamicImports.filter((name) => {
      const chunk = bundle[name]
      return chunk?.type === 'chunk' && !isLater(chunk)
    }),
  )
}

/** A chunk's file, its styles, and those of all that it imports. @param more other chunks that belong to one */
function filesOf(
  chunk: string,
  bundle: Rolldown.OutputBundle,
  more: (chunk: Rolldown.OutputChunk) => string[] = () => [],
): Set<string> {
  const found = new Set<string>()
  const follow = (name: string) => {
    const file = bundle[name]
    if (file?.type !== 'chunk' || found.has(name)) return
    found.add(name)
    for (const style of file.viteMetadata?.importedCss ?? []) found.add(style)
    for (const needed of [...file.imports, ...more(file)]) follow(needed)
  }
  follow(chunk)
  return found
}

function isLater({ name, facadeModuleId }: Rolldown.OutputChunk): boolean {
  return later.has(name) || grammars.test(facadeModuleId ?? '')
}
