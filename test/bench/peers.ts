import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder of what is measured beside Minutebook: no part of the workspace, installed when a benchmark needs it. */
const folder = new URL('./peers/', import.meta.url)

/**
 * Installs the peers where they are missing or others than the lockfile says, and says so on stderr.
 *
 * @throws where they cannot be installed
 */
export function installPeers(): void {
  const wanted = readFileSync(new URL('pnpm-lock.yaml', folder), 'utf8')
  if (installed() === wanted) return
  console.error('Installing what Minutebook is measured beside, in test/bench/peers …')
  const [command, args] = pnpm()
  const { status, error } = spawnSync(command, [...args, 'install', '--frozen-lockfile'], {
    cwd: fileURLToPath(folder),
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new Error('the peers could not be installed', { cause: error })
}

/** Imports a module of the peers' folder, such as `blocknote.js`: check what it gives. */
export function importPeer(file: string): Promise<unknown> {
  return import(new URL(file, folder).href)
}

/** The path of a file of the peers' folder. */
export function peerPath(file: string): string {
  return fileURLToPath(new URL(file, folder))
}

/** The lockfile as it was at the last install; null where there was none. */
function installed(): string | null {
  try {
    return readFileSync(new URL('node_modules/.pnpm/lock.yaml', folder), 'utf8')
  } catch {
    return null // it is not there: nothing is installed
  }
}

/** The pnpm that runs us, else the one that the README names. */
function pnpm(): [command: string, args: string[]] {
  const path = process.env['npm_execpath'] ?? ''
  if (!/pnpm[^/\\]*$/.test(path)) return ['npx', ['-y', 'pnpm@12']]
  return /\.[cm]?js$/.test(path) ? [process.execPath, [path]] : [path, []]
}
