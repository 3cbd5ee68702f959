import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'

/** What a process holds, in MiB: everything, and what is alive in its main heap and outside of it. */
export interface Memory {
  rss: number
  heap: number
  external: number
}

/** A way to look into a Node process that was started with `--inspect`. */
export interface Inspector {
  /** Collects garbage, then measures. */
  memory(): Promise<Memory>
  close(): void
}

/** Connects to the inspector on a port of this machine. */
export async function inspect(port: number): Promise<Inspector> {
  const [target] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as [
    { webSocketDebuggerUrl: string },
  ]
  const ws = new WebSocket(target.webSocketDebuggerUrl)
  await new Promise((resolve, reject) => ws.once('open', resolve).once('error', reject))
  let last = 0
  const ask = (method: string, params: object = {}): Promise<unknown> => {
    const id = (last += 1)
    ws.send(JSON.stringify({ id, method, params }))
    return new Promise((resolve, reject) => {
      const hear = (data: unknown) => {
        const answer = JSON.parse(String(data)) as { id?: number; result?: unknown; error?: unknown }
        if (answer.id !== id) return
        ws.off('message', hear)
        if (answer.error) reject(new Error(JSON.stringify(answer.error)))
        else resolve(answer.result)
      }
      ws.on('message', hear)
    })
  }
  return {
    async memory() {
      // What was let go in the first collection may be what kept other things from being let go.
      for (let time = 0; time < 3; time += 1) {
        await ask('HeapProfiler.collectGarbage')
        await wait(200)
      }
      const { result } = (await ask('Runtime.evaluate', {
        expression: 'process.memoryUsage()',
        returnByValue: true,
      })) as { result: { value: NodeJS.MemoryUsage } }
      const { rss, heapUsed, external } = result.value
      return { rss: inMiB(rss), heap: inMiB(heapUsed), external: inMiB(external) }
    },
    close: () => ws.close(),
  }
}

/** A TCP port of this machine that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return address.port
}

function inMiB(bytes: number): number {
  return Math.round((bytes / 1024 / 1024) * 10) / 10
}
