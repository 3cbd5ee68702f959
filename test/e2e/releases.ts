import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startServer, type RunningServer } from '../server.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))

/** A server whose application can be replaced by a newer one while it runs. */
export interface Release {
  server: RunningServer
  /** Puts a version in its place of which every script is another file. The files of the one before are gone. */
  next(): Promise<void>
  dispose(): Promise<void>
}

/** Starts a server from a copy of this project. */
export async function startRelease(): Promise<Release> {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-release-'))
  await mkdir(join(folder, 'server'))
  for (const part of ['server/src', 'server/package.json', 'client/dist']) {
    await cp(join(project, part), join(folder, part), { recursive: true })
  }
  for (const part of ['server/node_modules', 'shared']) await symlink(join(project, part), join(folder, part))
  const server = await startServer({ program: join(folder, 'server/src/main.ts') })
  let version = 1
  return {
    server,
    next: async () => {
      version += 1
      await renameScripts(join(folder, 'client/dist'), `v${version}`)
    },
    dispose: async () => {
      await server.dispose()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Gives every script of a built application another name, everywhere. */
async function renameScripts(dist: string, mark: string): Promise<void> {
  const assets = join(dist, 'assets')
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'))
  const renamed = (text: string) => text.replace(/([\w.-]+-[\w-]{8})(?:\.v\d+)?\.js\b/g, `$1.${mark}.js`)
  for (const name of scripts) {
    const path = join(assets, name)
    await writeFile(path, renamed(await readFile(path, 'utf8')))
    await rename(path, join(assets, renamed(name)))
  }
  for (const name of ['index.html', 'note.html', 'sw.js']) {
    const path = join(dist, name)
    const text = renamed(await readFile(path, 'utf8'))
    await writeFile(path, text.replace(/"version":"/, `"version":"${mark}`))
  }
}
