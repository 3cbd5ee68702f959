import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { people } from './load/main.ts'
import type { Place } from './load/person.ts'
import type { probe } from './probe.ts'
import { asker, type Ask, type Methods } from './rpc.ts'
import type { ServerKind } from './servers.ts'

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url))
/** How long a process may take to start, and to stop. */
const patienceMs = 20_000

/** A server that runs. */
export interface Running {
  kind: ServerKind
  ask: Ask<typeof probe>
  /** a new note, made where that must be. @param markdown what it says there */
  note(name: string, markdown?: string): Promise<Place>
  /** Ends the process and starts another one over the same folder and port. */
  restart(signal: NodeJS.Signals): Promise<void>
  stop(): Promise<void>
}

/** People in a process of their own. */
export interface Load {
  ask: Ask<typeof people>
  stop(): Promise<void>
}

/** Starts a server with an empty folder of its own. @param nodeFlags for its process */
export async function startServer(kind: ServerKind, nodeFlags: readonly string[] = []): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'minutebook-bench-'))
  const port = await freePort()
  const start = async () => {
    const flags = ['--expose-gc', ...nodeFlags, '--import', path('probe.ts')]
    const child = spawn(process.execPath, [...flags, kind.main], {
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...kind.env(port, folder) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    await listening(child, port)
    return child
  }
  let child = await start()
  const running: Running = {
    kind,
    ask: asker(child),
    async note(name, markdown) {
      const note = (await kind.make?.(`http://127.0.0.1:${port}`, name, markdown)) ?? name
      return { port, path: kind.path(note), dialect: kind.dialect, note }
    },
    async restart(signal) {
      await end(child, signal)
      child = await start()
      running.ask = asker(child)
    },
    async stop() {
      await end(child, 'SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
  return running
}

/** Starts a process with people in it. */
export function startLoad(): Load {
  return startAsked<typeof people>(path('load/main.ts'))
}

/** Starts a module as a process that can be asked for something. */
export function startAsked<M extends Methods>(main: string): { ask: Ask<M>; stop(): Promise<void> } {
  const child = spawn(process.execPath, [main], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return { ask: asker(child), stop: () => end(child, 'SIGKILL') }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => {
    child.once('exit', resolve)
  })
  child.kill(signal)
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await ended
  clearTimeout(timer)
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  for (const began = performance.now(); performance.now() - began < patienceMs; await wait(20)) {
    if (child.exitCode !== null) throw new Error(`a server ended with code ${child.exitCode} before it listened`)
    if (await answers(port)) return
  }
  child.kill('SIGKILL')
  throw new Error(`nobody listens on port ${port}`)
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
