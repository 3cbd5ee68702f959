import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../server/src/main.ts', import.meta.url))

/** A server process that a test started. */
export interface RunningServer {
  /** its origin, such as `http://localhost:41234` */
  url: string
  port: number
  pid: number
  dataDir: string
  /** its log, a parsed JSON line each */
  logs: Record<string, unknown>[]
  /** Ends the process with `signal` and resolves with its exit code, null where the signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
  /** `stop`, then removes the data folder. */
  dispose(): Promise<void>
}

export interface ServerOptions {
  /** 0, the default, takes a free one */
  port?: number
  /** a new temporary folder if absent */
  dataDir?: string
  env?: Record<string, string>
  /** another program than the one of this folder */
  program?: string
}

/** Starts the real server and resolves when it says that it listens; rejects with its output if it ends before. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'minutebook-')))
  const child = spawn(process.execPath, [options.program ?? main], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOST: '127.0.0.1',
      PORT: String(options.port ?? 0),
      DATA_DIR: dataDir,
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const logs: Record<string, unknown>[] = []
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const listening = new Promise<string>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      const entry = JSON.parse(line) as Record<string, unknown>
      logs.push(entry)
      if (entry['msg'] === 'listening') resolve(String(entry['url']))
    })
  })
  const url = await Promise.race([
    listening,
    ended.then((code) => {
      throw new Error(`the server ended with code ${code} before it listened:\n${errors}${JSON.stringify(logs)}`)
    }),
  ])
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    dataDir,
    logs,
    stop,
    dispose: async () => {
      await stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
