import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunningServer } from '../server.ts'

/** A disk that can be filled up and emptied while a server keeps its notes there. */
export interface Disk {
  dataDir: string
  /** From here on nothing more can be written for `server`. */
  fill(server: RunningServer): void
  /** There is space again. */
  empty(server: RunningServer): void
  dispose(): void
}

/** A small file system in memory, filled by a file beside the notes; null where this user may not mount one. */
export function smallDisk(): Disk | null {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-disk-'))
  if (!runs('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'minutebook', folder])) {
    rmSync(folder, { recursive: true })
    return null
  }
  const filler = join(folder, 'filler')
  return {
    dataDir: join(folder, 'data'),
    fill: () => fillWith(filler),
    empty: () => rmSync(filler, { force: true }),
    dispose: () => {
      if (!runs('umount', [folder])) throw new Error(`${folder} could not be unmounted`)
      rmSync(folder, { recursive: true })
    },
  }
}

/** A folder in which the server may not let a file grow: every user may ask for that with util-linux's `prlimit`. */
export function limitedDisk(): Disk {
  const dataDir = mkdtempSync(join(tmpdir(), 'minutebook-disk-'))
  return {
    dataDir,
    fill: (server) => {
      if (!limitFiles(server, '1')) throw new Error(`the process ${server.pid} could not be limited`)
    },
    empty: (server) => void limitFiles(server, 'unlimited'), // one that has ended has no limit
    dispose: () => rmSync(dataDir, { recursive: true }),
  }
}

function limitFiles({ pid }: RunningServer, bytes: string): boolean {
  return runs('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`])
}

function fillWith(path: string): void {
  const file = openSync(path, 'a')
  try {
    for (let bytes = 1024 * 1024; bytes >= 1; bytes /= 2) writeWhileItGoes(file, bytes)
  } finally {
    closeSync(file)
  }
}

function writeWhileItGoes(file: number, bytes: number): void {
  try {
    while (writeSync(file, new Uint8Array(bytes)) === bytes);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}
